/** A wrong move, and the misconception that it shows. */
import { expect, test } from 'vitest';
import { PATTERNS } from '#game/match/misconception-patterns.ts';
import { judge, toRightAnswer } from '#game/match/judge.ts';
import { MISCONCEPTIONS, misconceptionOf, misconceptionsIn, type MisconceptionId } from '#game/match/misconceptions.ts';
import { asProposal } from '#game/match/typical-mistakes.ts';
import { MISCONCEPTION } from '#game/quiz/kinds/misconception.ts';
import type { Made, Move } from '#game/quiz/vocabulary.ts';
import { situationOf } from '#game/quiz/situations.ts';
import { randomFrom } from '#game/scenarios/random.ts';
import type { RuleId } from '#game/tcp/rules.ts';

const SEEDS = Array.from({ length: 12 }, (_, seed) => 31 * seed + 5);
const made = MISCONCEPTION.rules.flatMap((rule) => SEEDS.map((seed) => ({ rule, seed, made: MISCONCEPTION.make(rule, randomFrom(seed)) })));

function idsOf({ question: { form } }: Made): readonly MisconceptionId[] {
  return form.type === 'choose' ? form.choices.flatMap((choice) => (choice.type === 'misconception' ? [choice.id] : [])) : [];
}

function rightOf(one: Made): MisconceptionId | undefined {
  return one.key.right.type === 'choice' ? idsOf(one)[one.key.right.index] : undefined;
}

function shownBy({ question: { asked } }: Made): Move {
  const [move, ...others] = asked.moves;
  if (!move || others.length > 0) throw new Error('not one move');
  return move;
}

/** The situation of the question: what is drawn first, or after draws that came to nothing, the one with its event. */
function situationBehind(rule: RuleId, seed: number, { question }: Made) {
  const random = randomFrom(seed);
  for (let draw = 0; draw < 50; draw += 1) {
    const situation = situationOf(rule, random);
    if (JSON.stringify(situation.event) === JSON.stringify(question.asked.event) && situation.at === question.asked.at) return situation;
  }
  throw new Error('no such situation');
}

test('the right choice is what the judge finds in the move, and no other choice can be found in it', () => {
  for (const { rule, seed, made: one } of made) {
    const situation = situationBehind(rule, seed, one);
    const proposal = asProposal(shownBy(one), 2);
    const judgement = judge(situation.play, situation, proposal, 2);
    const mistake = {
      ...judgement,
      answers: judgement.answers.map(toRightAnswer),
      endpoint: situation.play.endpoints[situation.at],
      event: situation.event,
      proposal,
    };
    const right = rightOf(one);
    expect(misconceptionOf(mistake)).toBe(right);
    expect(idsOf(one).filter((id) => misconceptionsIn(mistake).includes(id))).toEqual([right]);
  }
});

test('there are four choices, none twice, and a reason against each wrong one', () => {
  for (const { made: one } of made) {
    const ids = idsOf(one);
    expect(new Set(ids).size).toBe(4);
    const { right, reasons } = one.key;
    const expected = ids.map((id, n) => (right.type === 'choice' && right.index === n ? null : { type: 'misconception', id }));
    expect(reasons).toEqual(expected);
  }
});

test('the ladder of the question leaves open what the one of the key tells', () => {
  for (const { made: one } of made) {
    expect(one.question.scene?.moments.at(-1)?.map(({ outcome }) => outcome)).toEqual([null]);
    expect(one.key.scene?.moments.at(-1)?.every(({ outcome }) => outcome !== null)).toBe(true);
  }
});

/** The first four can be shown anywhere and are about no rule; the last is taken for a spelling (house rule M2). */
const NEVER_ASKED = ['acks-are-acknowledged', 'numbers-swapped', 'syn-not-counted', 'ack-bit-left-out', 'reset-without-ack'];

test('every misconception that is about a rule is asked for', () => {
  const missing = MISCONCEPTIONS.filter((id) => !NEVER_ASKED.includes(id) && !made.some(({ made: one }) => rightOf(one) === id));
  const rulesOf = (id: MisconceptionId) => MISCONCEPTION.rules.filter((rule) => isNamed(id, rule));
  const found = (id: MisconceptionId) =>
    rulesOf(id).some((rule) => Array.from({ length: 60 }).some((_, seed) => rightOf(MISCONCEPTION.make(rule, randomFrom(seed))) === id));
  expect(missing.filter((id) => !found(id))).toEqual([]);
});

function isNamed(id: MisconceptionId, rule: RuleId): boolean {
  return PATTERNS.some((row) => row.id === id && row.patterns.some(({ where }) => where?.includes(rule)));
}
