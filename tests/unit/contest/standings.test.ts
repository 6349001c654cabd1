import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standingsAfter, type RoundResult } from '#game/contest/standings.ts';

const result = (number: number, round: number, points: number, rightMoves = 5, ms = 60_000, moves = 10): RoundResult => ({
  number,
  round,
  points,
  moves,
  rightMoves,
  ms,
});

const placesOf = (results: readonly RoundResult[], entrants: readonly number[]) =>
  standingsAfter(results, entrants).map(({ number, rank }) => `${rank}: ${number}`);

describe('the order', () => {
  test('more points stand above fewer', () => {
    expect(placesOf([result(0, 1, 100, 9), result(1, 1, 300, 1), result(2, 1, 200, 5)], [0, 1, 2])).toEqual(['1: 1', '2: 2', '3: 0']);
  });

  test('with equal points the more accurate, and then the faster', () => {
    const results = [result(0, 1, 100, 5, 50_000), result(1, 1, 100, 6, 90_000), result(2, 1, 100, 5, 40_000)];
    expect(placesOf(results, [0, 1, 2])).toEqual(['1: 1', '2: 2', '3: 0']);
  });

  test('who is equal in everything shares the rank, and the next one is as much lower', () => {
    expect(placesOf([result(3, 1, 100), result(1, 1, 100), result(2, 1, 90)], [1, 2, 3])).toEqual(['1: 1', '1: 3', '3: 2']);
  });

  test('who has not played stands at the end without an accuracy', () => {
    const [first, second] = standingsAfter([result(0, 1, 0, 0)], [1, 0]);
    expect(first).toMatchObject({ number: 0, rank: 1, accuracy: 0 });
    expect(second).toEqual({ number: 1, rank: 2, points: 0, accuracy: null, moved: null });
  });

  test('who is no longer in the session has no place in it', () => {
    expect(placesOf([result(0, 1, 500), result(1, 1, 100)], [1])).toEqual(['1: 1']);
  });
});

describe('over several rounds', () => {
  test('points add up, and accuracy is of all moves together', () => {
    const [row] = standingsAfter([result(0, 1, 100, 10, 1, 10), result(0, 2, 50, 0, 1, 30)], [0]);
    expect(row).toMatchObject({ points: 150, accuracy: 0.25 });
  });

  test('places won and lost are told from the second round on', () => {
    const first = [result(0, 1, 300), result(1, 1, 200), result(2, 1, 100)];
    expect(standingsAfter(first, [0, 1, 2]).map(({ moved }) => moved)).toEqual([null, null, null]);
    const second = [...first, result(2, 2, 400), result(0, 2, 10), result(1, 2, 10)];
    expect(standingsAfter(second, [0, 1, 2]).map(({ number, moved }) => [number, moved])).toEqual([
      [2, 2],
      [0, -1],
      [1, -1],
    ]);
  });

  test('a round that an entrant missed leaves the accuracy and takes no points', () => {
    const late = standingsAfter([result(0, 1, 100, 10), result(0, 2, 100, 5), result(1, 2, 120, 9)], [0, 1]).find(
      ({ number }) => number === 1,
    );
    expect(late).toEqual({ number: 1, rank: 2, points: 120, accuracy: 0.9, moved: null });
  });
});

test('every entrant has one row, and ranks never fall as points do', () => {
  const results = fc.array(
    fc.record({
      number: fc.integer({ min: 0, max: 30 }),
      round: fc.integer({ min: 1, max: 5 }),
      points: fc.integer({ min: 0, max: 20 }),
      moves: fc.constant(10),
      rightMoves: fc.integer({ min: 0, max: 10 }),
      ms: fc.integer({ min: 0, max: 5 }),
    }),
  );
  fc.assert(
    fc.property(results, fc.uniqueArray(fc.integer({ min: 0, max: 40 })), (all, entrants) => {
      const rows = standingsAfter(all, entrants);
      expect(rows.map(({ number }) => number).sort((a, b) => a - b)).toEqual([...entrants].sort((a, b) => a - b));
      for (const [n, row] of rows.entries()) {
        const above = rows[n - 1];
        expect(row.rank).toBeLessThanOrEqual(n + 1);
        if (above) expect(row.points).toBeLessThanOrEqual(above.points);
        if (above && above.rank === row.rank) expect([row.points, row.accuracy]).toEqual([above.points, above.accuracy]);
      }
    }),
  );
});
