/** Which of these two moves is illegal, and why? */
import { mistakesAt } from '../../match/mistakes.ts';
import { MISCONCEPTIONS, PATTERNS, type MisconceptionId } from '../../match/misconception-patterns.ts';
import { drawOne, shuffle, type Random } from '../../scenarios/random.ts';
import { RULES, type RuleId } from '../../tcp/rules.ts';
import { answeredScene, askedOf, drawChoices, openScene, questionOf, type WrongChoice } from '../asking.ts';
import { decisiveRule } from '../decisive-rule.ts';
import type { Maker } from '../maker.ts';
import { situationOf, type Situation } from '../situations.ts';
import type { Choice, Made } from '../vocabulary.ts';
import { mistakesLike, wrongMovesTo, type WrongMove } from '../wrong-moves.ts';

export const ILLEGAL: Maker = { kind: 'illegal', rules: RULES.map(({ id }) => id), make };

/** The same two things are said against both moves: so only one who knows what is wrong knows which. */
function make(rule: RuleId, random: Random): Made {
  const situation = situationOf(rule, random);
  const [wrong] = wrongMovesTo(situation, 1, random);
  if (!wrong) throw new Error(`nothing is illegal where ${rule} fires`);
  const { segment, state, rules } = situation.answer;
  const isSecond = random() < 0.5;
  const moves = isSecond ? [{ segment, state }, wrong.move] : [wrong.move, { segment, state }];
  const choices = wrongChoices(situation, wrong, isSecond, random);
  const { form, right, reasons } = drawChoices(saying(isSecond, wrong.reason.id), choices, random);
  return {
    question: { ...questionOf('illegal', rule, openScene(situation)), asked: { ...askedOf(situation), moves }, form },
    key: { right, rules, reasons, scene: answeredScene(situation) },
  };
}

type Why = MisconceptionId | RuleId;

function saying(isSecond: boolean, why: Why): Choice {
  return { type: 'illegal', move: isSecond ? 1 : 0, why };
}

function wrongChoices(situation: Situation, wrong: WrongMove, isSecond: boolean, random: Random): readonly WrongChoice[] {
  const { reason } = wrong;
  const untrue = reason.type === 'rule' ? drawOne(random, rulesBeside(situation)) : mistakeBeside(situation, wrong, random);
  const stands = { type: 'rule', id: decisiveRule(situation.answer.rules) } as const;
  return [
    { choice: saying(isSecond, untrue), reason },
    { choice: saying(!isSecond, untrue), reason: stands },
    { choice: saying(!isSecond, reason.id), reason: stands },
  ];
}

/** Rules for that state and such an event that have no say here: those for the same states first. */
function rulesBeside({ play, at, event, answers }: Situation): readonly RuleId[] {
  const { state } = play.endpoints[at];
  const others = RULES.filter(({ id, on }) => on === event.type && !answers.some(({ rules }) => rules.includes(id)));
  const near = others.filter(({ states }) => states.includes(state));
  return (near.length > 0 ? near : others).map(({ id }) => id);
}

const WITHOUT_NUMBERS = PATTERNS.filter(({ patterns }) => patterns.some(({ numbers }) => !numbers)).map(({ id }) => id);

/** A mistake that could be made here, but is not what the move shows; or one that is listed near, and can be shown without numbers. */
function mistakeBeside(situation: Situation, { proposal, shows }: WrongMove, random: Random): MisconceptionId {
  const here = mistakesAt(situation.play, situation, 1).map((one) => one.shows[0]);
  const [first] = shuffle(
    random,
    here.filter((id) => !shows.includes(id)),
  );
  return first ?? mistakeNear(shows, mistakesLike(situation, proposal, 1));
}

function mistakeNear(shows: readonly MisconceptionId[], like: readonly MisconceptionId[]): MisconceptionId {
  const place = MISCONCEPTIONS.findIndex((id) => shows.includes(id));
  const near = WITHOUT_NUMBERS.toSorted((a, b) => awayFrom(place, a) - awayFrom(place, b));
  const beside = near.find((id) => !shows.includes(id) && !like.includes(id));
  if (!beside) throw new Error('a move that shows every mistake');
  return beside;
}

function awayFrom(place: number, id: MisconceptionId): number {
  return Math.abs(MISCONCEPTIONS.indexOf(id) - place);
}
