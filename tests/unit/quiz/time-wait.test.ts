/** Which end it is that stands in TIME_WAIT. That one choice is right is tried with all kinds: question.test.ts. */
import { expect, test } from 'vitest';
import { TIME_WAIT } from '#game/quiz/kinds/time-wait.ts';
import type { Made } from '#game/quiz/vocabulary.ts';
import { randomFrom } from '#game/scenarios/random.ts';
import type { RuleId } from '#game/tcp/rules.ts';

const made = TIME_WAIT.rules.flatMap((rule, n) =>
  Array.from({ length: 20 }, (_, seed) => TIME_WAIT.make(rule, randomFrom(100 * n + seed))),
);

function whoIn({ question: { form }, key: { right } }: Made): string | undefined {
  const choice = form.type === 'choose' && right.type === 'choice' ? form.choices[right.index] : undefined;
  return choice?.type === 'ends' ? choice.who : undefined;
}

test('it is the client as often as the server, sometimes both, and most often somebody', () => {
  const share = (who: string) => made.filter((one) => whoIn(one) === who).length / made.length;
  expect(Math.abs(share('client') - share('server'))).toBeLessThan(0.1);
  expect(share('both')).toBeGreaterThan(0.05);
  expect(share('neither')).toBeLessThan(0.35);
});

test('the ladder of the question tells no state that an end has come to', () => {
  for (const { question } of made) {
    const states = question.scene?.moments.flatMap((acts) => acts.map(({ outcome }) => outcome?.state)) ?? [];
    expect(new Set(states)).toEqual(new Set(['ESTABLISHED']));
  }
});

test('the ladder of the key is the same, and tells them', () => {
  const withoutStates = (scene: Made['key']['scene']) =>
    JSON.stringify(scene, (name, value) => (name === 'state' || name === 'before' ? undefined : value));
  for (const { question, key } of made) {
    expect(withoutStates(key.scene)).toBe(withoutStates(question.scene));
    expect(key.scene).not.toEqual(question.scene);
  }
});

test('it is said why every other answer is wrong', () => {
  for (const { key } of made) expect(key.reasons.filter((reason) => reason === null)).toHaveLength(1);
});

test('it is said what has led the end that waits to TIME_WAIT', () => {
  const entering: readonly RuleId[] = ['fin-wait-1-fin-ack', 'fin-wait-2-fin', 'closing-fin-acked'];
  for (const one of made.filter((made) => whoIn(made) !== 'neither'))
    expect(one.key.rules.some((rule) => entering.includes(rule))).toBe(true);
});

test('a close never runs into what readings differ about: who aborts may wait (house rule C)', () => {
  const acts = made.flatMap(({ key }) => key.scene?.moments.flat() ?? []);
  expect(acts.filter(({ event, outcome }) => event.type === 'abort' && outcome?.segment)).toEqual([]);
});
