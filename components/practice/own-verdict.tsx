'use client';
import { useTranslations } from 'next-intl';
import { openIn, ownVerdict } from '#game/practice/practice.ts';
import { stateAt } from '#game/practice/turns.ts';
import { JudgedMove } from './judged-move.tsx';
import { useNames } from './names.ts';
import type { PracticeProps } from './practice-props.ts';
import { Reading } from './reading.tsx';

/** How one's own move was judged, and why. */
export function OwnVerdict({ practice, edges, ruleText, onStep }: PracticeProps) {
  const t = useTranslations('practice.board');
  const words = useTranslations('duel.verdict');
  const names = useNames(practice.settings.role);
  const turn = openIn(practice);
  const verdict = ownVerdict(practice, turn);
  if (!verdict) return null;
  const { total } = verdict.points;
  const heading = (
    <>
      <span>{words('yourMove')}</span>
      <span className="text-right text-sm whitespace-nowrap tabular-nums">{t('points', { points: total })}</span>
    </>
  );
  return (
    <Reading next={t('next')} onNext={() => onStep({ type: 'go-on' })}>
      <JudgedMove
        heading={heading}
        verdict={verdict}
        before={stateAt(turn, verdict.at)}
        names={names}
        reader={verdict.at}
        edges={practice.settings.level < 3 ? edges : []}
        ruleText={ruleText}
      />
    </Reading>
  );
}
