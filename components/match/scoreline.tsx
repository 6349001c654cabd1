'use client';
import { useTranslations } from 'next-intl';
import type { View } from '#game/match/view.ts';
import { STRONG_TAG } from '#components/code.tsx';
import { Clock } from './clock.tsx';
import { lengthOfLeg, numberInLeg } from './situation.ts';

type ScorelineProps = { readonly view: View; readonly scenarioName: string | null; readonly hostNow: () => number };

/** What is played, how far it has come, and the time that is left: the bar of a match. */
export function Scoreline({ view, scenarioName, hostNow }: ScorelineProps) {
  const t = useTranslations('duel.scoreline');
  const turn = view.turns.at(-1);
  const { level, turnSeconds } = view.settings;
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      {scenarioName && <span className="rounded-full bg-sunken px-3 py-1 font-semibold">{scenarioName}</span>}
      <span className="text-muted">
        {t('level', { level })}
        <span className="max-sm:hidden"> · {t(`levels.${level}`)}</span>
      </span>
      {turn && !view.ended && (
        <span className="ml-auto flex items-center gap-4 text-muted">
          <span className="sm:hidden">
            {t.rich('legShort', { leg: turn.leg + 1, count: view.legTurns.length, ...STRONG_TAG })} ·{' '}
            {t.rich('turnShort', { turn: numberInLeg(view, turn), count: lengthOfLeg(view, turn.leg), ...STRONG_TAG })}
          </span>
          <span className="max-sm:hidden">{t.rich('leg', { leg: turn.leg + 1, count: view.legTurns.length, ...STRONG_TAG })}</span>
          <span className="max-sm:hidden">
            {t.rich('turn', { turn: numberInLeg(view, turn), count: lengthOfLeg(view, turn.leg), ...STRONG_TAG })}
          </span>
          {turnSeconds !== null && (
            <span className="flex size-10">
              {!turn.closed && !view.halted && (
                <Clock deadline={turn.deadline} fullSeconds={turnSeconds + turn.extra / 1_000} hostNow={hostNow} />
              )}
            </span>
          )}
        </span>
      )}
    </div>
  );
}
