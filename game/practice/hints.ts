/** Help with an open question, in three depths: what it is about, which rule decides it, the answer. */
import { toRightAnswer } from '../match/judge.ts';
import type { RightAnswer } from '../match/vocabulary.ts';
import { answersAt, type Happening, type Play } from '../scenarios/play.ts';
import { ruleOf, type RuleId, type Stage } from '../tcp/rules.ts';
import type { EventType, State } from '../tcp/vocabulary.ts';

export type Hint = {
  readonly event: EventType;
  readonly state: State;
  /** What of it is looked at by the rules that decide, in their order (§3.10). */
  readonly stages: readonly Stage[];
  readonly rules: readonly RuleId[];
  readonly answer: RightAnswer;
};

export function hintTo(play: Pick<Play, 'endpoints'>, ask: Happening): Hint {
  const [canonical] = answersAt(play, ask);
  if (!canonical) throw new Error('an event without an answer');
  const { rules } = canonical;
  return {
    event: ask.event.type,
    state: play.endpoints[ask.at].state,
    stages: [...new Set(rules.map((id) => ruleOf(id).stage))],
    rules,
    answer: toRightAnswer(canonical),
  };
}
