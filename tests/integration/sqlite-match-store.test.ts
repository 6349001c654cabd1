import { join } from 'node:path';
import SqliteFile from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { StoreError, type MatchStore } from '#db/match-store.ts';
import type { Database } from '#db/open.ts';
import { invitations, judgedMoves, players, results } from '#db/schema.ts';
import type { JudgedMove } from '#game/match/judged-moves.ts';
import { createMatchStore } from '#db/sqlite-match-store.ts';
import { matchStoreContract } from './match-store.contract.ts';
import { addPlayers, bot, finished, person, ready, record, score, SETTINGS } from './samples.ts';
import { temporaryDatabase, temporaryFolder } from './temporary.ts';

const OPEN_INVITATION = { code: 'OPEN66', by: 'ada', settings: SETTINGS, state: 'open', createdAt: 1 } as const;

async function makeStore(database: Database = temporaryDatabase()): Promise<MatchStore> {
  await addPlayers(database, 'ada', 'bob');
  await database.write(() => database.orm.insert(invitations).values(OPEN_INVITATION).run());
  return createMatchStore(database);
}

describe('as every match store', () => matchStoreContract(makeStore));

const ENDED = { entry: { type: 'ended', reason: 'played', by: null, winner: 0 }, commandId: null } as const;

test('the end of a match leaves a result for each person', async () => {
  const database = temporaryDatabase();
  const store = await makeStore(database);
  await store.create(record('m1'));
  const scores = [score({ points: 300 }), score({ points: 200, predictions: 4, rightPredictions: 3 })] as const;
  await store.append('m1', 0, [ENDED], finished({ scores }));
  const rows = database.orm.select().from(results).all();
  expect(rows).toMatchObject([
    { side: 0, playerId: 'ada', opponentId: 'bob', ranked: true, points: 300, opponentPoints: 200, result: 'won', endedAt: 9_000 },
    { side: 1, playerId: 'bob', opponentId: 'ada', ranked: true, points: 200, rightPredictions: 3, result: 'lost', scenario: 'handshake' },
  ]);
});

test('a bot gets no result, and what is played against it is not ranked', async () => {
  const database = temporaryDatabase();
  const store = await makeStore(database);
  await store.create(record('m1', { parties: [bot('perfect'), person('bob')] }));
  await store.append('m1', 0, [ENDED], finished({ winner: null }));
  const rows = database.orm.select().from(results).all();
  expect(rows).toMatchObject([{ side: 1, playerId: 'bob', opponentId: null, opponentBot: 'perfect', ranked: false, result: 'drawn' }]);
});

const MOVE: JudgedMove = {
  turn: 3,
  leg: 0,
  side: 0,
  seat: 'client',
  state: 'ESTABLISHED',
  event: 'closes',
  rules: ['established-close'],
  misconception: 'close-means-closed',
  segmentRight: true,
  stateRight: false,
  points: 30,
  ms: 4_200,
  chosenSegment: 'FIN,ACK',
  chosenState: 'CLOSED',
  expectedSegment: 'FIN,ACK',
  expectedState: 'FIN_WAIT_1',
  by: 'player',
  voided: false,
};
const MISSED: JudgedMove = {
  ...MOVE,
  turn: 4,
  side: 1,
  seat: 'server',
  misconception: null,
  ms: null,
  chosenSegment: null,
  chosenState: null,
};

test('the end of a match leaves a row for each judged move, which outlives its player', async () => {
  const database = temporaryDatabase();
  const store = await makeStore(database);
  await store.create(record('m1'));
  await store.append('m1', 0, [ENDED], finished({ judged: [MOVE, MISSED] }));
  await database.write(() => database.orm.delete(players).where(eq(players.id, 'bob')).run());
  const rest = { matchId: 'm1', scenario: 'handshake', level: 1, at: 9_000 };
  expect(database.orm.select().from(judgedMoves).all()).toEqual([
    { ...rest, ...MOVE, playerId: 'ada' },
    { ...rest, ...MISSED, playerId: null },
  ]);
});

test('a correction changes what was earned and what counts, and nothing else', async () => {
  const database = temporaryDatabase();
  const store = await makeStore(database);
  await store.create(record('m1'));
  await store.append('m1', 0, [ENDED], finished({ scores: [score({ points: 300 }), score({ points: 200 })], judged: [MOVE, MISSED] }));
  const rows = () => [database.orm.select().from(results).all(), database.orm.select().from(judgedMoves).all()] as const;
  const [[one, other], [move, missed]] = rows();
  const corrected = { ...MOVE, voided: true };
  const scores = [score({ points: 90, moves: 9 }), score({ points: 200 })] as const;
  await store.append('m1', 1, [], { kind: 'correct', scores, winner: 1, judged: [corrected, { ...MISSED, points: 5 }] });
  expect(rows()).toEqual([
    [
      { ...one, points: 90, opponentPoints: 200, moves: 9, result: 'lost' },
      { ...other, opponentPoints: 90, result: 'won' },
    ],
    [
      { ...move, voided: true },
      { ...missed, points: 5 },
    ],
  ]);
});

test('a match and its results outlive a player', async () => {
  const database = temporaryDatabase();
  const store = await makeStore(database);
  await store.create(record('m1'));
  await store.append('m1', 0, [ready(1), ENDED], finished());
  await database.write(() => database.orm.delete(players).where(eq(players.id, 'ada')).run());
  expect((await store.load('m1'))?.record.parties).toEqual([{ playerId: null, name: 'ada', bot: null }, person('bob')]);
  expect((await store.load('m1'))?.entries).toHaveLength(2);
  expect(database.orm.select().from(results).all()).toMatchObject([{ playerId: null }, { opponentId: null, ranked: true }]);
});

test('a locked disk is a StoreError for everybody in the group, and what is tried again is stored', async () => {
  const path = join(temporaryFolder(), 'last-ack.db');
  const store = await makeStore(temporaryDatabase(path));
  await store.create(record('m1'));
  const other = new SqliteFile(path);
  other.exec('BEGIN IMMEDIATE');
  const group = [store.append('m1', 0, [ready(1)]), store.create(record('m2'))];
  const settled = await Promise.allSettled(group);
  other.close();
  expect(settled.map((one) => one.status === 'rejected' && one.reason instanceof StoreError && one.reason.code)).toEqual([
    'not-saved',
    'not-saved',
  ]);
  expect(await store.append('m1', 0, [ready(1)])).toBe('stored');
});
