'use client';
import { useTranslations } from 'next-intl';
import type { TurnView, View } from '#game/match/view.ts';
import { STRONG_TAG } from '#components/code.tsx';
import { lengthOfLeg, numberInLeg } from '#components/match/situation.ts';
import { Steps } from '#components/steps.tsx';

type StepControlsProps = {
  readonly view: View;
  readonly turn: TurnView;
  readonly step: number;
  readonly count: number;
  readonly onStep: (step: number) => void;
};

/** Through the turns of a match that is over. */
export function StepControls({ view, turn, step, count, onStep }: StepControlsProps) {
  const t = useTranslations('duel.replay');
  return (
    <Steps step={step} count={count} onStep={onStep}>
      {t.rich('place', {
        leg: turn.leg + 1,
        legs: view.legTurns.length,
        turn: numberInLeg(view, turn),
        count: lengthOfLeg(view, turn.leg),
        ...STRONG_TAG,
      })}
    </Steps>
  );
}
