'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/button.tsx';
import { useNow } from '#components/use-now.ts';

/** From the waiting on, it is five minutes at the least since the other one did anything; the host decides. */
const IDLE_MS = 5 * 60 * 1000;

type IdleOfferProps = { readonly name: string; readonly hostNow: () => number; readonly onReplaceIdle: () => void };

/** Untimed play: a bot in the place of one who has been away from the keys for long. */
export function IdleOffer({ name, hostNow, onReplaceIdle }: IdleOfferProps) {
  const t = useTranslations('duel.idle');
  const [since] = useState(hostNow);
  const now = useNow(hostNow, true, 1000);
  if (now - since < IDLE_MS) return null;
  return (
    <Button look="quiet" className="mt-3 w-full" onClick={onReplaceIdle}>
      {t('offer', { name })}
    </Button>
  );
}
