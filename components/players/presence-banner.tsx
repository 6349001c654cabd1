'use client';
import { useTranslations } from 'next-intl';
import type { Presence } from '#game/match/view.ts';
import { secondsUntil, useNow } from '#components/use-now.ts';

type PresenceBannerProps = {
  readonly name: string;
  readonly presence: Presence;
  readonly graceUntil: number | null;
  readonly hostNow: () => number;
};

/** Somebody's link is gone, somebody has left, a bot holds a seat. The sentence is spoken once, the countdown is only shown. */
export function PresenceBanner({ name, presence, graceUntil, hostNow }: PresenceBannerProps) {
  const t = useTranslations('duel.presence');
  const now = useNow(hostNow, graceUntil !== null, 500);
  return (
    <div role="status" className="empty:hidden">
      {presence !== 'here' && (
        <p className="flex flex-wrap items-center gap-x-2 rounded-xl border border-amber-faint bg-amber-soft px-4 py-2 text-sm text-amber">
          <span>{t(presence, { name })}</span>
          {graceUntil !== null && (
            <strong aria-hidden="true" className="tabular-nums">
              {t('grace', { seconds: secondsUntil(graceUntil, now) })}
            </strong>
          )}
        </p>
      )}
    </div>
  );
}
