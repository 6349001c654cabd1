'use client';
import { useTranslations } from 'next-intl';
import type { Prediction, Proposal } from '#game/match/vocabulary.ts';
import { ChosenText } from '#components/answer-text.tsx';
import { IdleOffer } from './idle-offer.tsx';

type SealedCardProps = {
  readonly answer: Proposal | Prediction;
  readonly otherName: string;
  /** Untimed play, and the other one has not answered. */
  readonly mayReplace: boolean;
  readonly hostNow: () => number;
  readonly onReplaceIdle: () => void;
};

/** What one has sealed, while the other one thinks. */
export function SealedCard({ answer, otherName, mayReplace, hostNow, onReplaceIdle }: SealedCardProps) {
  const t = useTranslations('duel.sealed');
  return (
    <section className="m-4 rounded-xl border border-amber-faint bg-amber-soft p-4 lg:m-5" aria-live="polite">
      <p className="text-xs font-bold tracking-wider text-amber uppercase">● {t('segment' in answer ? 'move' : 'prediction')}</p>
      <p className="mt-1.5 text-lg">
        <ChosenText answer={answer} />
      </p>
      <p className="mt-2 text-sm text-amber">{t('waiting', { name: otherName })}</p>
      {mayReplace && <IdleOffer name={otherName} hostNow={hostNow} onReplaceIdle={onReplaceIdle} />}
    </section>
  );
}
