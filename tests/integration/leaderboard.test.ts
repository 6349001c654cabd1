import { expect, test } from 'vitest';
import type { Score } from '#game/match/scoring.ts';
import type { Party, Settings } from '#game/match/vocabulary.ts';
import { erasePlayer } from '#db/erasure.ts';
import { type LeaderboardWish, readLeaderboard, selectBetter, selectFirst } from '#db/leaderboard.ts';
import { selectClassRanked } from '#db/class-leaderboard.ts';
import { selectOwn } from '#db/own-matches.ts';
import type { Database, Orm } from '#db/open.ts';
import { createPlayerStore } from '#db/players.ts';
import { createMatchStore } from '#db/sqlite-match-store.ts';
import { createLeaderboard } from '#server/leaderboard.ts';
import { addPlayers, bot, finished, person, record, score, SETTINGS } from './samples.ts';
import { planOf } from './plan.ts';
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

const ALL = { period: 'all', since: 0, scenario: null, minimumMoves: 8 } as const;
const names = (database: Database, wish: Partial<LeaderboardWish> = {}, own: string | null = null) =>
  readLeaderboard(database, { ...ALL, ...wish }, 50, own).map(({ rank, name }) => `${rank} ${name}`);

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
  expect(names(database)).toEqual(['1 cy', '2 ada', '3 bob', '3 di']);
});

test('the matches of a player add up', async () => {
  const [one, other] = [
    { moves: 10, rightMoves: 10, points: 100 },
    { moves: 10, rightMoves: 5, points: 50 },
  ];
  const database = await databaseWith({ scores: [one, other] }, { scores: [other, one] });
  const [first] = readLeaderboard(database, ALL, 50, null);
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
  expect(names(database)).toEqual(['1 cy']);
});

const DAY = 86_400_000;
/** A Monday and the Tuesday after it, at midnight UTC. */
const MONDAY = 4 * DAY;
const TUESDAY = 5 * DAY;

test('by period and by scenario', async () => {
  const database = await databaseWith(
    { scores: [{}, { rightMoves: 4 }], endedAt: MONDAY - 1 },
    { parties: [person('cy'), person('di')], scores: [{}, { rightMoves: 4 }], endedAt: MONDAY, settings: { scenario: 'abort' } },
    { parties: [person('ada'), person('cy')], scores: [{ rightMoves: 6 }, { rightMoves: 1 }], endedAt: TUESDAY },
  );
  expect(names(database)).toEqual(['1 ada', '2 bob', '2 di', '4 cy']);
  expect(names(database, { period: 'week', since: MONDAY })).toEqual(['1 ada', '2 di', '3 cy']);
  expect(names(database, { period: 'today', since: TUESDAY })).toEqual(['1 ada', '2 cy']);
  expect(names(database, { period: 'today', since: TUESDAY + DAY })).toEqual([]);
  expect(names(database, { scenario: 'handshake' })).toEqual(['1 ada', '2 bob', '3 cy']);
  expect(names(database, { scenario: 'abort', period: 'week', since: MONDAY })).toEqual(['1 cy', '2 di']);
});

test('a result that comes late does not count for a period that has begun meanwhile', async () => {
  const late = { scores: [{ rightMoves: 10 }, { rightMoves: 10 }], endedAt: TUESDAY - 1 } as const;
  const database = await databaseWith({ scores: [{}, { rightMoves: 4 }], endedAt: TUESDAY }, late);
  expect(readLeaderboard(database, { ...ALL, period: 'today', since: TUESDAY }, 50, null).map(({ moves }) => moves)).toEqual([10, 10]);
  expect(readLeaderboard(database, ALL, 50, null).map(({ moves }) => moves)).toEqual([20, 20]);
});

test('a turn that is voided after the end is taken out of every board', async () => {
  const database = await databaseWith({ scores: [{ moves: 10, rightMoves: 5 }, {}], endedAt: TUESDAY });
  const corrected = [score({ moves: 9, rightMoves: 5, points: 80 }), score()] as const;
  await createMatchStore(database).append('m0', 0, [], { kind: 'correct', scores: corrected, winner: null, judged: [] });
  const boards = [ALL, { ...ALL, period: 'week', since: MONDAY }, { ...ALL, period: 'today', since: TUESDAY }] as const;
  for (const board of boards.flatMap((one) => [one, { ...one, scenario: 'handshake' }]))
    expect(readLeaderboard(database, board, 50, null)[0]).toMatchObject({ playerId: 'ada', moves: 9, points: 80, matches: 1 });
});

test('who is erased leaves the board, and what the other earned stays', async () => {
  const database = await databaseWith({ scores: [{}, { rightMoves: 4 }] }, { scores: [{}, { rightMoves: 4 }] });
  await database.write(() => erasePlayer(database.orm, 'ada'));
  expect(names(database)).toEqual(['1 bob']);
  expect(readLeaderboard(database, ALL, 50, null)[0]).toMatchObject({ matches: 2, moves: 20 });
});

test('a new name is shown, and a player who is gone is not', async () => {
  const database = await databaseWith({ scores: [{}, { rightMoves: 4 }] });
  await createPlayerStore(database).rename('ada', 'Countess');
  expect(names(database)).toEqual(['1 Countess', '2 bob']);
  await database.write(() => database.orm.run(`DELETE FROM players WHERE id = 'bob'`));
  expect(names(database)).toEqual(['1 Countess']);
});

const WISH = { ...ALL, scenario: 'abort' };
const CLASS = {
  ownerId: null,
  classId: 'c',
  contestId: null,
  scenario: null,
  level: null,
  since: 1,
  by: 'accuracy',
  minimumMoves: 8,
} as const;

test.each([
  ['the first of a board', (orm: Orm) => selectFirst(orm, WISH)],
  ['how many are better', (orm: Orm) => selectBetter(orm, WISH, { accuracy: 1, points: 1 })],
])('%s: an index holds the order; nothing is scanned or sorted', async (_, select) => {
  const { orm } = await databaseWith();
  const plan = planOf(orm, select(orm));
  expect(plan).toMatch(/SEARCH board_scores USING (COVERING )?INDEX board_scores_in_order \(period=\? AND scenario=\? AND since=\?/);
  expect(plan).not.toMatch(/SCAN|TEMP B-TREE FOR ORDER BY/);
});

test.each([
  ['the board of a class', (orm: Orm) => selectClassRanked(orm, CLASS)],
  ['the board of all sessions of an instructor', (orm: Orm) => selectClassRanked(orm, { ...CLASS, ownerId: 'o', classId: null })],
  ['the matches of a player', (orm: Orm) => selectOwn(orm, 'ada', 1)],
])('%s: found by indexes, whatever others have played', async (_, select) => {
  const { orm } = await databaseWith();
  expect(planOf(orm, select(orm))).not.toMatch(/SCAN (results|matches|moves|judged_moves|players|contests|contest_pairs|entrants)/);
});

test('the board shows fifty and whoever asks', async () => {
  const database = await databaseWith();
  const ids = Array.from({ length: 60 }, (_, n) => `p${String(n).padStart(2, '0')}`);
  await addPlayers(database, ...ids);
  for (const [n, id] of ids.entries()) {
    await play(database, id, { parties: [person(id), person('ada')], scores: [{ points: 1_000 - n }, { moves: 1, rightMoves: 0 }] });
  }
  const board = createLeaderboard(database, () => 5_000);
  const { rows, minimumMoves } = board('today', null, 'p59');
  expect(minimumMoves).toBe(8);
  expect(rows.map(({ rank, isMe }) => [rank, isMe]).slice(-2)).toEqual([
    [50, false],
    [60, true],
  ]);
});
