'use client';
import { useTranslations } from 'next-intl';
import { moveIn, type CatchCall } from '#game/practice/catch.ts';
import { stateAt } from '#game/practice/turns.ts';
import type { CatchDeskProps } from './catch-props.ts';
import { JudgedMove } from './judged-move.tsx';
import { Reading } from './reading.tsx';

type Said = 'legalRight' | 'missed' | 'falseAlarm' | 'caught' | 'otherReason';

/** What was right to say of the move, and why. */
export function CatchVerdict({ catching, names, edges, ruleText, onStep }: CatchDeskProps) {
  const t = useTranslations('practice');
  const reasons = useTranslations('misconceptions');
  const { turn, verdict } = moveIn(catching);
  const call = catching.calls.at(-1);
  if (!call) return null;
  const said = saidIn(call);
  const isGood = said === 'legalRight' || said === 'caught';
  const heading = (
    <>
      <span className={isGood ? 'text-good' : 'text-bad'}>
        {isGood ? '✓' : '✕'} {t(`catch.said.${said}`)}
      </span>
      <span className="text-right text-sm whitespace-nowrap tabular-nums">{t('board.points', { points: call.points })}</span>
    </>
  );
  return (
    <Reading next={t('board.next')} onNext={() => onStep({ type: 'go-on' })}>
      <JudgedMove
        heading={heading}
        verdict={verdict}
        before={stateAt(turn, verdict.at)}
        names={names}
        reader={null}
        edges={catching.settings.level < 3 ? edges : []}
        ruleText={ruleText}
      >
        {call.said !== 'legal' && !isGood && (
          <p className="mt-3 text-sm text-muted">{t('catch.yourReason', { reason: reasons(`${call.said}.name`) })}</p>
        )}
      </JudgedMove>
    </Reading>
  );
}

function saidIn({ said, truth }: CatchCall): Said {
  if (truth === null) return said === 'legal' ? 'legalRight' : 'falseAlarm';
  if (said === 'legal') return 'missed';
  return said === truth ? 'caught' : 'otherReason';
}
