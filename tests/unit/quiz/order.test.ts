/** States to be put into order. That there is one order is tried with all kinds: question.test.ts. */
import { expect, test } from 'vitest';
import { ORDER } from '#game/quiz/kinds/order.ts';
import { DIAGRAM } from '#game/tcp/diagram.ts';
import { randomFrom } from '#game/scenarios/random.ts';
import { STATES } from '#game/tcp/vocabulary.ts';

const made = ORDER.rules.flatMap((rule, n) =>
  Array.from({ length: 12 }, (_, seed) => ({ rule, ...ORDER.make(rule, randomFrom(100 * n + seed)) })),
);
const statesOf = ({ key: { right } }: (typeof made)[number]) => (right.type === 'order' ? right.states : []);

test('four to six states, none twice; together they are all eleven', () => {
  for (const one of made) {
    expect(new Set(statesOf(one)).size).toBe(statesOf(one).length);
    expect([4, 5, 6]).toContain(statesOf(one).length);
  }
  expect(new Set(made.flatMap(statesOf))).toEqual(new Set(STATES));
});

test('the first one is told, and all are shown in another order', () => {
  for (const one of made) {
    const { asked, form } = one.question;
    expect(asked.state).toBe(statesOf(one)[0]);
    expect(form.type === 'order' && form.states.toSorted()).toEqual(statesOf(one).toSorted());
    expect(form).not.toEqual({ type: 'order', states: statesOf(one) });
  }
});

test('each step is an arrow of the diagram by the rule that the key names, and the one that is asked about is among them', () => {
  for (const one of made) {
    expect(one.key.rules).toContain(one.rule);
    expect(one.key.rules).toHaveLength(statesOf(one).length - 1);
    one.key.rules.forEach((rule, step) => {
      const [from, to] = statesOf(one).slice(step, step + 2);
      expect(DIAGRAM.find((arrow) => arrow.from === from && arrow.to === to)?.rules).toContain(rule);
    });
  }
});

test('the ladder of the key goes through them', () => {
  for (const one of made) {
    const { scene } = one.key;
    const { at } = one.question.asked;
    const reached = scene?.moments.flat().flatMap((act) => (act.at === at && act.outcome ? [act.outcome.state] : [])) ?? [];
    const changes = [at && scene?.before[at], ...reached].filter((state, n, all) => state !== all[n - 1]);
    expect(changes).toEqual(statesOf(one));
  }
});
