/** Who plays whom, over whole sessions of many sizes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairAsBefore, pairByLot, pairByStanding } from '#game/contest/pairing.ts';
import type { Pair } from '#game/contest/vocabulary.ts';
import { randomFrom, shuffle, type Random } from '#game/scenarios/random.ts';

type Pairing = typeof pairByLot;
type Rounds = readonly (readonly Pair[])[];

const PAIRINGS: readonly (readonly [string, Pairing])[] = [
  ['by lot', pairByLot],
  ['by standing', pairByStanding],
];
const ROUNDS = 12;

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

/** A session of so many rounds. The standing is drawn anew each round where `shuffled`; else the entrants stay where they were. */
function sessionOf(pairing: Pairing, entrants: number, rounds: number, random: Random, shuffled: boolean): Rounds {
  let past: Rounds = [];
  while (past.length < rounds) {
    const order = shuffled ? shuffle(random, numbers(entrants)) : numbers(entrants);
    past = [...past, pairing(order, past, random)];
  }
  return past;
}

function membersOf(pairs: readonly Pair[]): readonly number[] {
  return pairs.flatMap(({ one, other }) => (other === null ? [one] : [one, other]));
}

const sorted = (list: readonly number[]) => [...list].sort((a, b) => a - b);
const keyOf = (a: number, b: number) => [Math.min(a, b), Math.max(a, b)].join();

function timesMet(rounds: Rounds): ReadonlyMap<string, number> {
  const met = new Map<string, number>();
  for (const { one, other } of rounds.flat()) {
    if (other !== null) met.set(keyOf(one, other), (met.get(keyOf(one, other)) ?? 0) + 1);
  }
  return met;
}

function repeatsIn(pairs: readonly Pair[], past: Rounds): number {
  const met = timesMet(past);
  return pairs.reduce((sum, { one, other }) => sum + (other === null ? 0 : (met.get(keyOf(one, other)) ?? 0)), 0);
}

function botsOf(rounds: Rounds, entrant: number): number {
  return rounds.flat().filter(({ one, other }) => one === entrant && other === null).length;
}

/** Rounds as `one` less rounds as `other`. */
function balanceOf(rounds: Rounds, entrant: number): number {
  return rounds.flat().reduce((sum, { one, other }) => sum + Number(one === entrant) - Number(other === entrant), 0);
}

/** Of all ways to pair them, the one with the fewest repeats: by trying every one. */
function fewestRepeats(entrants: readonly number[], met: ReadonlyMap<string, number>): number {
  const [first, ...others] = entrants;
  if (first === undefined) return 0;
  return Math.min(
    ...others.map(
      (other) =>
        (met.get(keyOf(first, other)) ?? 0) +
        fewestRepeats(
          others.filter((one) => one !== other),
          met,
        ),
    ),
  );
}

const eachRound = (rounds: Rounds, check: (pairs: readonly Pair[], past: Rounds) => void) => {
  for (const [n, pairs] of rounds.entries()) check(pairs, rounds.slice(0, n));
};

describe.each(PAIRINGS)('pairing %s', (_, pairing) => {
  const size = fc.oneof(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 2, max: 600 }));

  test('everybody is in exactly one pair, and a bot plays only where their number is odd', () => {
    fc.assert(
      fc.property(size, fc.integer(), fc.boolean(), (entrants, seed, shuffled) => {
        for (const pairs of sessionOf(pairing, entrants, 4, randomFrom(seed), shuffled)) {
          expect(sorted(membersOf(pairs))).toEqual(numbers(entrants));
          expect(pairs.filter(({ other }) => other === null)).toHaveLength(entrants % 2);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('nobody meets anybody twice in twelve rounds of 24 entrants or more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 24, max: 120 }), fc.integer(), fc.boolean(), (entrants, seed, shuffled) => {
        const met = timesMet(sessionOf(pairing, entrants, ROUNDS, randomFrom(seed), shuffled));
        expect(Math.max(...met.values())).toBe(1);
      }),
      { numRuns: 40 },
    );
  });

  test('there are no more repeats than have to be, whatever was played before', () => {
    fc.assert(
      fc.property(fc.constantFrom(2, 4, 6, 8), fc.integer({ min: 0, max: ROUNDS }), fc.integer(), (entrants, rounds, seed) => {
        const random = randomFrom(seed);
        const past = Array.from({ length: rounds }, () => pairUp(shuffle(random, numbers(entrants))));
        const order = shuffle(random, numbers(entrants));
        expect(repeatsIn(pairing(order, past, random), past)).toBe(fewestRepeats(order, timesMet(past)));
      }),
      { numRuns: 200 },
    );
  });

  test('nobody has the bot twice before everybody has had it once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer(), fc.boolean(), (half, seed, shuffled) => {
        const entrants = 2 * half + 1;
        const rounds = sessionOf(pairing, entrants, ROUNDS, randomFrom(seed), shuffled);
        const bots = numbers(entrants).map((entrant) => botsOf(rounds, entrant));
        expect(Math.max(...bots) - Math.min(...bots)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });

  test('of two, the one who held the first seat less often gets it, and where that is equal the one who did not hold it last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.integer(), fc.boolean(), (entrants, seed, shuffled) => {
        eachRound(sessionOf(pairing, entrants, ROUNDS, randomFrom(seed), shuffled), (pairs, past) => {
          for (const { one, other } of pairs) {
            if (other === null) continue;
            expect(balanceOf(past, one)).toBeLessThanOrEqual(balanceOf(past, other));
          }
        });
      }),
      { numRuns: 40 },
    );
  });

  test('who came late is paired like everybody, and who has gone with nobody', () => {
    const random = randomFrom(7);
    const first = pairing(numbers(9), [], random);
    const second = pairing([0, 2, 4, 6, 8, 9, 10, 11], [first], random);
    expect(sorted(membersOf(second))).toEqual([0, 2, 4, 6, 8, 9, 10, 11]);
    expect(repeatsIn(second, [first])).toBe(0);
  });

  test('nobody at all makes no pairs, and one entrant plays a bot', () => {
    expect(pairing([], [], randomFrom(1))).toEqual([]);
    expect(pairing([5], [], randomFrom(1))).toEqual([{ one: 5, other: null }]);
  });

  test('600 entrants who have played eleven rounds are paired without a repeat', () => {
    const random = randomFrom(3);
    const past = sessionOf(pairing, 600, 11, random, true);
    expect(repeatsIn(pairing(shuffle(random, numbers(600)), past, random), past)).toBe(0);
  });
});

function pairUp(order: readonly number[]): readonly Pair[] {
  return order.flatMap((one, n) => (n % 2 === 0 ? [{ one, other: order[n + 1] ?? null }] : []));
}

describe('pairing by lot', () => {
  test('the same draw makes the same pairs, and another one others', () => {
    const pairs = (seed: number) => pairByLot(numbers(30), [], randomFrom(seed));
    expect(pairs(1)).toEqual(pairs(1));
    expect(pairs(1)).not.toEqual(pairs(2));
  });

  test('seven entrants meet each other once in seven rounds as far as it can be done, and each has the bot once', () => {
    const rounds = sessionOf(pairByLot, 7, 7, randomFrom(4), true);
    expect(numbers(7).map((entrant) => botsOf(rounds, entrant))).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(Math.max(...timesMet(rounds).values())).toBeLessThanOrEqual(2);
  });
});

describe('pairing by standing', () => {
  test('neighbours play each other in the first round, and the lowest plays the bot', () => {
    const pairs = pairByStanding([4, 0, 3, 1, 2], [], randomFrom(1));
    expect(pairs.map(({ one, other }) => sorted(other === null ? [one] : [one, other]))).toEqual([[0, 4], [1, 3], [2]]);
    expect(pairs.at(-1)).toEqual({ one: 2, other: null });
  });

  test('who has met the neighbour plays the next in the standing', () => {
    const past = [[{ one: 0, other: 1 }]];
    const pairs = pairByStanding([0, 1, 2, 3], past, randomFrom(1));
    expect(pairs.map(({ one, other }) => keyOf(one, other ?? -1)).sort()).toEqual(['0,2', '1,3']);
  });

  test('the lowest who has not had the bot gets it', () => {
    const past = [[{ one: 4, other: null }], [{ one: 2, other: null }]];
    const pairs = pairByStanding([0, 1, 2, 3, 4], past, randomFrom(1));
    expect(pairs.at(-1)).toEqual({ one: 3, other: null });
  });

  test('a bottom of the list that has all met is broken up from above', () => {
    const low = [4, 5, 6, 7];
    const past = low.flatMap((one) => low.filter((other) => other > one).map((other) => [{ one, other }]));
    expect(repeatsIn(pairByStanding(numbers(8), past, randomFrom(1)), past)).toBe(0);
  });
});

describe('fixed pairs', () => {
  test('stay for the whole session with their roles swapped each round', () => {
    const rounds = sessionOf(pairAsBefore, 10, 4, randomFrom(5), false);
    const swapped = (pairs: readonly Pair[] = []) => pairs.map(({ one, other }) => ({ one: other, other: one }));
    expect(rounds[1]).toEqual(swapped(rounds[0]));
    expect(rounds[2]).toEqual(rounds[0]);
  });

  test('who lost the partner and who is new are paired among themselves', () => {
    const first = [
      { one: 0, other: 1 },
      { one: 2, other: 3 },
      { one: 4, other: null },
    ];
    const second = pairAsBefore([0, 1, 2, 4, 5, 6], [first], randomFrom(1));
    expect(second[0]).toEqual({ one: 1, other: 0 });
    expect(sorted(membersOf(second.slice(1)))).toEqual([2, 4, 5, 6]);
    expect(second).toHaveLength(3);
  });

  test('the one out who had the bot plays the newcomer in the next round', () => {
    const first = pairAsBefore([0, 1, 2], [], randomFrom(1));
    const second = pairAsBefore([0, 1, 2, 3], [first], randomFrom(1));
    expect(second.every(({ other }) => other !== null)).toBe(true);
    expect(second.filter(({ one, other }) => one !== 3 && other !== 3)).toHaveLength(1);
  });
});
