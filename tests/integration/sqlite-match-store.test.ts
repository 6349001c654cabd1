import { join } from 'node:path';
import SqliteFile from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { StoreError, type MatchStore } from '#db/match-store.ts';
import type { Database } from '#db/open.ts';
import { invitations, players, results } from '#db/schema.ts';
import { createMatchStore } from '#db/sqlite-match-store.ts';
import { matchStoreContract } from './match-store.contract.ts';
import { addPlayers, bot, person, ready, record, score, SETTINGS } from './samples.ts';
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
  await store.append('m1', 0, [ENDED], { endedAt: 9_000, scores, winner: 0 });
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
  await store.append('m1', 0, [ENDED], { endedAt: 9_000, scores: [score(), score()], winner: null });
  const rows = database.orm.select().from(results).all();
  expect(rows).toMatchObject([{ side: 1, playerId: 'bob', opponentId: null, opponentBot: 'perfect', ranked: false, result: 'drawn' }]);
});

test('a match and its results outlive a player', async () => {
  const database = temporaryDatabase();
  const store = await makeStore(database);
  await store.create(record('m1'));
  await store.append('m1', 0, [ready(1), ENDED], { endedAt: 9_000, scores: [score(), score()], winner: 0 });
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
