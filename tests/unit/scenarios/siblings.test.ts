/** The second leg is a sibling of the first: the same rules and as many decisions for each role, other numbers. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SCENARIOS, scenarioOf, scenariosAt, TUTORIAL } from '#game/scenarios/catalogue.ts';
import { expand } from '#game/scenarios/expand.ts';
import { decisionsOf, playCanonically } from '#game/scenarios/proof.ts';
import type { Leg } from '#game/scenarios/script.ts';
import { ROLES, type Role } from '#game/tcp/vocabulary.ts';
import { legOf } from './ladders.ts';

const ids = SCENARIOS.map((scenario) => scenario.id);

/** The decisions of a role as the lists of their rules, in an order of their own. */
function rulesOf(leg: Leg, role: Role): string[] {
  return decisionsOf(leg, role)
    .map((rules) => rules.join(' '))
    .sort();
}

describe.each([...SCENARIOS, TUTORIAL])('$id', ({ id, siblings }) => {
  const legs = siblings.map(legOf);

  test('both legs are played to the end of the script, and nothing is left under way', () => {
    for (const leg of legs) {
      const { end } = playCanonically(leg);
      expect(end.cursor).toBe(leg.script.length);
      expect(end.wire).toEqual({ client: [], server: [] });
    }
  });

  test.each(ROLES)('the %s meets the same rules in both', (role) => {
    const [first, second] = legs.map((leg) => rulesOf(leg, role));
    expect(second).toEqual(first);
  });

  test('a leg has 8 to 12 decisions, the tutorial 4', () => {
    for (const leg of legs) {
      const decisions = ROLES.flatMap((role) => decisionsOf(leg, role)).length;
      expect(decisions >= 8 && decisions <= 12 ? 'of a match' : decisions).toBe(id === TUTORIAL.id ? 4 : 'of a match');
    }
  });

  test('each role has something to decide', () => {
    for (const leg of legs) for (const role of ROLES) expect(decisionsOf(leg, role).length).toBeGreaterThanOrEqual(2);
  });
});

describe('the legs of a match', () => {
  const seeds = fc.integer();
  const levels = fc.constantFrom(1, 2, 3) as fc.Arbitrary<1 | 2 | 3>;

  test('meet the same rules whatever the numbers are, and no ISS twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SCENARIOS), levels, seeds, (scenario, level, seed) => {
        const [first, second] = expand(scenario, level, seed);
        for (const role of ROLES) expect(rulesOf(second, role)).toEqual(rulesOf(first, role));
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

describe('what the host draws from', () => {
  test('level 1 has no faults and nothing simultaneous, level 3 has nothing else, level 2 has all', () => {
    const unusual = ['simultaneous-open', 'simultaneous-close', 'lost-syn', 'lost-last-ack'];
    expect(scenariosAt(1).map((one) => one.id)).toEqual(ids.filter((id) => !unusual.includes(id)));
    expect(scenariosAt(3).map((one) => one.id)).toEqual(ids.filter((id) => unusual.includes(id)));
    expect(scenariosAt(2).map((one) => one.id)).toEqual(ids);
  });

  test('a scenario is found by its name, the tutorial too, and nothing else is', () => {
    for (const id of [...ids, 'tutorial']) expect(scenarioOf(id)?.id).toBe(id);
    expect(scenarioOf('three-way')).toBeUndefined();
  });
});
