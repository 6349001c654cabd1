/** Questions of all kinds over all cards. `npm run -s prove:quiz` tries more of them, `npm run -s quiz:coverage` prints what is covered. */
import { describe, expect, test } from 'vitest';
import { CONCEPTS } from '#game/quiz/concepts.ts';
import { MAKERS } from '#game/quiz/makers.ts';
import { isRight, kindsOf, makeQuestion, playAhead } from '#game/quiz/question.ts';
import type { Given, Made, QuestionKind, QuestionSource } from '#game/quiz/vocabulary.ts';
import { RULES } from '#game/tcp/rules.ts';
import { add } from '#game/tcp/sequence.ts';
import { STATES } from '#game/tcp/vocabulary.ts';
import { faultOf } from './checks.ts';
import { PAIRS } from './sources.ts';

const SEEDS = 600;
const KINDS: readonly QuestionKind[] = [...MAKERS.map(({ kind }) => kind), 'concept'];

/** Of that kind, over its cards: its share of the seeds. */
function sourcesOf(kind: QuestionKind): readonly QuestionSource[] {
  const pairs = PAIRS.filter((pair) => pair.kind === kind);
  return Array.from({ length: SEEDS / KINDS.length }, (_, seed) => pairs[(seed * 7) % pairs.length] ?? []).flatMap((pair, seed) => ({
    ...pair,
    seed,
  }));
}

/** As it is shown: initial sequence numbers that nobody is told do not count. */
function looks({ question }: Made): string {
  return JSON.stringify(question, (name, value) => (name === 'iss' ? undefined : value));
}

describe.each(KINDS)('%s', (kind) => {
  test(`${kind}: one choice is right, by what the picture shows, and no two look alike`, { timeout: 60_000 }, () => {
    const faults = sourcesOf(kind).flatMap((source) => {
      const fault = faultOf(source, makeQuestion(source));
      return fault ? [`${source.card}, seed ${source.seed}: ${fault}`] : [];
    });
    expect(faults).toEqual([]);
  });

  test(`${kind}: another seed makes another question about the same card`, () => {
    const [{ card }] = sourcesOf(kind).slice(-1) as [QuestionSource];
    const all = Array.from({ length: 20 }, (_, seed) => looks(makeQuestion({ kind, card, seed })));
    // Three choices stand in six orders.
    expect(new Set(all).size).toBeGreaterThanOrEqual(kind === 'concept' ? 4 : 18);
  });

  test(`${kind}: what the key asks for is right, and nothing else`, () => {
    for (const source of sourcesOf(kind).slice(0, 20)) {
      const { question, key } = makeQuestion(source);
      expect(isRight(key, key.right)).toBe(true);
      expect(othersThan(key.right, question).filter((given) => isRight(key, given))).toEqual([]);
    }
  });
});

function othersThan(right: Given, { form }: Made['question']): readonly Given[] {
  switch (right.type) {
    case 'choice':
      return (form.type === 'choose' ? form.choices : []).flatMap((_, index) => (index === right.index ? [] : [{ type: 'choice', index }]));
    case 'order':
      return [
        { type: 'order', states: right.states.toReversed() },
        { type: 'choice', index: 0 },
      ];
    case 'numbers':
      return [
        { ...right, seq: add(right.seq, 1) },
        { ...right, ack: right.ack === null ? 0 : add(right.ack, -1) },
      ];
    default:
      return right satisfies never;
  }
}

test('every rule is asked about in some kind, and every kind asks about some rule', () => {
  expect(RULES.filter(({ id }) => kindsOf(`rule:${id}`).length === 0)).toEqual([]);
  expect(MAKERS.filter(({ rules }) => rules.length === 0)).toEqual([]);
});

test('what was played ahead makes the same question', () => {
  for (const source of KINDS.flatMap((kind) => sourcesOf(kind).slice(0, 3))) {
    const before = makeQuestion(source);
    playAhead(source);
    expect(makeQuestion(source)).toEqual(before);
  }
});

test('every state has a concept that is about it', () => {
  expect(STATES.filter((state) => !CONCEPTS.some(({ states }) => states.includes(state)))).toEqual([]);
});

test('a kind that cannot ask about a card is refused', () => {
  expect(() => makeQuestion({ kind: 'numbers', card: 'rule:two-msl', seed: 1 })).toThrow('no question of numbers about rule:two-msl');
});
