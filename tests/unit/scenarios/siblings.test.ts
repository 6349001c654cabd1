/** The second leg is a sibling of the first: the same rules and as many decisions for each role, other numbers. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SCENARIOS, TUTORIAL } from '#game/scenarios/catalogue.ts';
import { expand } from '#game/scenarios/expand.ts';
import { areSiblings, decisionsOf, playCanonically } from '#game/scenarios/proof.ts';
import type { Leg } from '#game/scenarios/script.ts';
import { ROLES, type Role } from '#game/tcp/vocabulary.ts';
import { ALL_WRITTEN, legOf } from './ladders.ts';

/** The decisions of a role as the lists of their rules, in an order of their own. */
function rulesOf(leg: Leg, role: Role): string[] {
  return decisionsOf(leg, role)
    .map((rules) => rules.join(' '))
    .sort();
}

function isOfAMatch(leg: Leg): boolean {
  const decisions = ROLES.map((role) => decisionsOf(leg, role).length);
  const sum = decisions.reduce((a, b) => a + b);
  return sum >= 8 && sum <= 12 && decisions.every((one) => one >= 2);
}

describe.each(ALL_WRITTEN)('$id', ({ id, siblings }) => {
  const [first, second] = [legOf(siblings[0]), legOf(siblings[1])];

  test('both legs are played to the end of the script, and nothing is left under way', () => {
    for (const leg of [first, second]) {
      const { end, cutShort } = playCanonically(leg);
      expect(cutShort).toBeUndefined();
      expect(end.cursor).toBe(leg.script.length);
      expect(end.wire).toEqual({ client: [], server: [] });
    }
  });

  test.each(ROLES)('the %s meets the same rules in both', (role) => {
    expect(rulesOf(second, role)).toEqual(rulesOf(first, role));
  });

  test('not one after the other in the same order', () => {
    const inOrder = (leg: Leg) => playCanonically(leg).turns.map(({ done }) => done.map(({ at, answer }) => [at, answer.rules]));
    if (id !== TUTORIAL.id) expect(inOrder(second)).not.toEqual(inOrder(first));
  });

  test('a leg has 8 to 12 decisions, and each role some; the tutorial 4', () => {
    if (id !== TUTORIAL.id) expect([first, second].every(isOfAMatch)).toBe(true);
    else expect(ROLES.flatMap((role) => decisionsOf(first, role))).toHaveLength(4);
  });
});

describe('the legs of a match', () => {
  const seeds = fc.integer();
  const levels = fc.constantFrom(1, 2, 3) as fc.Arbitrary<1 | 2 | 3>;

  test('are siblings whatever the numbers are, and use no ISS twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SCENARIOS), levels, seeds, (scenario, level, seed) => {
        const [first, second] = expand(scenario, level, seed);
        expect([areSiblings(first, second), isOfAMatch(first), isOfAMatch(second)]).toEqual([true, true, true]);
        const numbers = [...first.numbers, ...second.numbers].flatMap(({ client, server }) => [client, server]);
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
      { numRuns: 500 },
    );
  });

  test('are the same for the same seed, and both siblings come first for some seed', () => {
    const [scenario] = SCENARIOS;
    expect(expand(scenario, 2, 7)).toEqual(expand(scenario, 2, 7));
    const begins = Array.from({ length: 20 }, (_, seed) => playCanonically(expand(scenario, 1, seed)[0]).turns[5]?.done[0]?.at);
    expect(new Set(begins)).toEqual(new Set(ROLES));
  });
});

test('two legs are no siblings where a role meets another rule, or one rule more often', () => {
  const refused = legOf([{ do: 'call', at: 'client', call: 'open-active' }]);
  const twice = legOf([...refused.script, { do: 'new-connection' }, ...refused.script]);
  const other = legOf([{ do: 'call', at: 'server', call: 'open-active' }]);
  expect([areSiblings(refused, refused), areSiblings(refused, twice), areSiblings(refused, other)]).toEqual([true, false, false]);
});
