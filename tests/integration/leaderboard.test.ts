import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Score } from '#game/match/scoring.ts';
import type { Party, Settings } from '#game/match/vocabulary.ts';
import { type LeaderboardWish, readLeaderboard, selectRanked } from '#db/leaderboard.ts';
import type { Database } from '#db/open.ts';
import { createPlayerStore } from '#db/players.ts';
import { createMatchStore } from '#db/sqlite-match-store.ts';
import { createLeaderboard } from '#server/leaderboard.ts';
import { addPlayers, bot, finished, person, record, score, SETTINGS } from './samples.ts';
import { temporaryDatabase } from './temporary.ts';

type Played = {
  readonly parties?: readonly [Party, Party];
  readonly scores: readonly [Partial<Score>, Partial<Score>];
  readonly endedAt?: number;
  readonly settings?: Partial<Settings>;
};

async function databaseWith(...played: readonly Played[]): Promise<Database> {
  const database = temporaryDatabase();
  await addPlayers(database, 'ada', 'bob', 'cy', 'di');
  for (const [n, match] of played.entries()) await play(database, `m${n}`, match);
  return database;
}

async function play(database: Database, id: string, { parties, scores, endedAt = 5_000, settings }: Played): Promise<void> {
  const store = createMatchStore(database);
  await store.create(record(id, { parties: parties ?? [person('ada'), person('bob')], settings: { ...SETTINGS, ...settings } }));
  await store.append(id, 0, [], finished({ endedAt, scores: [score(scores[0]), score(scores[1])], winner: null }));
}

const ALL = { since: 0, scenario: null, minimumMoves: 8 };
const names = async (database: Database, wish: Partial<LeaderboardWish> = {}) =>
  (await readLeaderboard(database, { ...ALL, ...wish })).map(({ rank, name }) => `${rank} ${name}`);

test('ranked by accuracy, then by points, and equals share a rank', async () => {
  const database = await databaseWith(
    {
      scores: [
        { moves: 10, rightMoves: 9, points: 100 },
        { moves: 10, rightMoves: 5, points: 900 },
      ],
    },
    {
      parties: [person('cy'), person('di')],
      scores: [
        { moves: 20, rightMoves: 18, points: 300 },
        { moves: 20, rightMoves: 10, points: 900 },
      ],
    },
  );
  expect(await names(database)).toEqual(['1 cy', '2 ada', '3 bob', '3 di']);
});

test('the matches of a player add up', async () => {
  const [one, other] = [
    { moves: 10, rightMoves: 10, points: 100 },
    { moves: 10, rightMoves: 5, points: 50 },
  ];
  const database = await databaseWith({ scores: [one, other] }, { scores: [other, one] });
  const [first] = await readLeaderboard(database, ALL);
  expect(first).toEqual({ rank: 1, playerId: 'ada', name: 'ada', matches: 2, moves: 20, accuracy: 0.75, points: 150 });
});

test('only matches against another person count, no tutorial, none of a class, and nobody with too few moves', async () => {
  const database = await databaseWith(
    { parties: [person('ada'), bot('novice')], scores: [{}, {}], settings: { kind: 'bot' } },
    { parties: [person('ada'), person('bob')], scores: [{}, {}], settings: { kind: 'tutorial' } },
    { parties: [person('ada'), person('bob')], scores: [{}, {}], settings: { kind: 'class' } },
    {
      parties: [person('cy'), person('di')],
      scores: [
        { moves: 8, rightMoves: 1 },
        { moves: 7, rightMoves: 7 },
      ],
    },
  );
  expect(await names(database)).toEqual(['1 cy']);
});

test('by period and by scenario', async () => {
  const database = await databaseWith(
    { scores: [{}, { rightMoves: 4 }], endedAt: 1_000 },
    { parties: [person('cy'), person('di')], scores: [{}, { rightMoves: 4 }], endedAt: 2_000, settings: { scenario: 'abort' } },
  );
  expect(await names(database, { since: 1_001 })).toEqual(['1 cy', '2 di']);
  expect(await names(database, { since: 2_000 })).toEqual(['1 cy', '2 di']);
  expect(await names(database, { since: 2_001 })).toEqual([]);
  expect(await names(database, { scenario: 'handshake' })).toEqual(['1 ada', '2 bob']);
  expect(await names(database, { scenario: 'abort', since: 1_500 })).toEqual(['1 cy', '2 di']);
});

test('a new name is shown, and a player who is gone is not', async () => {
  const database = await databaseWith({ scores: [{}, { rightMoves: 4 }] });
  await createPlayerStore(database).rename('ada', 'Countess');
  expect(await names(database)).toEqual(['1 Countess', '2 bob']);
  await database.write(() => database.orm.run(`DELETE FROM players WHERE id = 'bob'`));
  expect(await names(database)).toEqual(['1 Countess']);
});

test.each([null, 'abort'])('of scenario %s, an index holds all that is read, and nothing is scanned', async (scenario) => {
  const { orm } = await databaseWith();
  const { sql: text, params } = selectRanked(orm, { ...ALL, scenario }).toSQL();
  const plan = orm.all<{ detail: string }>(sql.join([sql.raw(`EXPLAIN QUERY PLAN ${text.replaceAll('?', 'NULL')}`)]));
  const details = plan.map(({ detail }) => detail).join('\n');
  expect(params).toHaveLength(scenario === null ? 3 : 4);
  expect(details).toMatch(/SEARCH results USING COVERING INDEX results_ranked/);
  expect(details).not.toMatch(/SCAN (results|players|matches)/);
});

test('the board shows fifty and whoever asks, and is read anew after a moment', async () => {
  const database = await databaseWith();
  const ids = Array.from({ length: 60 }, (_, n) => `p${String(n).padStart(2, '0')}`);
  await addPlayers(database, ...ids);
  for (const [n, id] of ids.entries()) {
    await play(database, id, { parties: [person(id), person('ada')], scores: [{ points: 1_000 - n }, { moves: 1, rightMoves: 0 }] });
  }
  let now = 5_000;
  const board = createLeaderboard(database, () => now);
  const { rows, minimumMoves } = await board('today', null, 'p59');
  expect(minimumMoves).toBe(8);
  expect(rows.map(({ rank, isMe }) => [rank, isMe]).slice(-2)).toEqual([
    [50, false],
    [60, true],
  ]);
  await createPlayerStore(database).rename('p00', 'Countess');
  expect((await board('today', null, null)).rows).toHaveLength(50);
  expect((await board('today', null, null)).rows[0]?.name).toBe('p00');
  now += 3_000;
  expect((await board('today', null, null)).rows[0]?.name).toBe('Countess');
});
