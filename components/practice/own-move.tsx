'use client';
import { hintTo } from '#game/practice/hints.ts';
import { hintsIn, openIn } from '#game/practice/practice.ts';
import { askIn } from '#game/practice/turns.ts';
import { Variables } from '#components/players/variables.tsx';
import { Hints } from './hints.tsx';
import { MoveQuestion } from './move-question.tsx';
import type { PracticeProps } from './practice-props.ts';

/** What is asked of oneself. At level 3 neither state nor variables are shown, nor the arrows. */
export function OwnMove({ practice, hasHints, edges, ruleName, onStep }: PracticeProps) {
  const { level } = practice.settings;
  const turn = openIn(practice);
  const ask = askIn(turn);
  if (!ask) return null;
  const end = turn.play.endpoints[ask.at];
  return (
    <MoveQuestion
      number={turn.number + 1}
      ask={ask}
      here={level < 3 ? end.state : null}
      level={level}
      edges={level < 3 ? edges : []}
      onAnswer={(proposal) => onStep({ type: 'answer', proposal })}
    >
      {level === 2 && <Variables end={end} className="flex flex-wrap gap-x-4 gap-y-0.5 px-1" />}
      {hasHints && (
        <Hints hint={hintTo(turn.play, ask)} depth={hintsIn(practice)} ruleName={ruleName} onHint={() => onStep({ type: 'hint' })} />
      )}
    </MoveQuestion>
  );
}
