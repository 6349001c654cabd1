/** In S, E happens: segment and state? */
import { asProposal } from '../../match/typical-mistakes.ts';
import type { Random } from '../../scenarios/random.ts';
import { RULES, type RuleId } from '../../tcp/rules.ts';
import { answeredScene, askedOf, drawChoices, openScene, questionOf, type WrongChoice } from '../asking.ts';
import type { Maker } from '../maker.ts';
import { situationOf, type Situation } from '../situations.ts';
import type { Made } from '../vocabulary.ts';
import { looksLike, wrongMove, wrongMovesTo, type WrongMove } from '../wrong-moves.ts';

export const ANSWER: Maker = { kind: 'answer', rules: RULES.map(({ id }) => id), make };

function make(rule: RuleId, random: Random): Made {
  const situation = situationOf(rule, random);
  const { segment, state, rules } = situation.answer;
  const { form, right, reasons } = drawChoices({ type: 'move', move: { segment, state } }, wrongChoices(situation, random), random);
  return {
    question: { ...questionOf('answer', rule, openScene(situation)), asked: askedOf(situation), form },
    key: { right, rules, reasons, scene: answeredScene(situation) },
  };
}

/** Three. Where one has the wrong segment and another the wrong state, the third may have both: else the right one is the one most like the others. */
function wrongChoices(situation: Situation, random: Random): readonly WrongChoice[] {
  const [first, second, ...others] = wrongMovesTo(situation, 3, random);
  const both = first && second && random() < 0.5 ? bothWrong(situation, first, second) : null;
  return [first, second, both, ...others]
    .filter((one) => one !== undefined && one !== null)
    .slice(0, 3)
    .map(({ move, reason }) => ({ choice: { type: 'move', move }, reason }));
}

/** What is wrong in the one, and what is wrong in the other; null where that is none of its own. */
function bothWrong(situation: Situation, one: WrongMove, other: WrongMove): WrongMove | null {
  const { segment, state } = situation.answer;
  const [wrongState, wrongSegment] = one.move.state === state ? [other, one] : [one, other];
  const isNew = [one, other, { move: { segment, state } }].every(
    ({ move }) => !looksLike(move, { ...wrongSegment.move, state: wrongState.move.state }),
  );
  return isNew ? wrongMove(situation, asProposal({ segment: wrongSegment.move.segment, state: wrongState.move.state }, 1), 1) : null;
}
