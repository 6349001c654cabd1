/** What an instructor reads about several sessions. */
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { ClassLeaderboardAnswer, MasteryAnswer, MasteryTurnsAnswer } from '#protocol/reports.ts';
import type { Database } from '#db/open.ts';
import { players } from '#db/schema.ts';
import { reportRoutes } from '#server/report-routes.ts';
import { addSession, judgedMove } from './class-sessions.ts';
import { temporaryDatabase } from './temporary.ts';

const NOW = Date.parse('2026-11-26T12:00:00Z');
const YESTERDAY = NOW - 86_400_000;

const ADA = { playerId: 'ada', name: 'Countess', studentId: 's-ada' };
const BOB = { playerId: 'bob' };
const CY = { playerId: 'cy' };

const scored = (moves: number, rightMoves: number, points: number) => ({ moves, rightMoves, points });

function signedIn(id: string) {
  return { account: { id, name: id, email: `${id}@example.edu`, role: 'instructor' as const }, sessionId: 'session' };
}

/** Asks as the account that is signed in. */
function asks(database: Database, account: string | null = 'mei') {
  const routes = reportRoutes({
    database,
    instructors: { instructorOf: async () => (account === null ? null : signedIn(account)) },
    isOwnClass: (classId, ownerId) => classId === 'k1' && ownerId === 'mei',
    realNameOf: (studentId) => (studentId === 's-ada' ? 'Ada Lovelace' : null),
    rosterOf: async () => [],
    date: () => NOW,
  });
  return async <T>(path: string) => (await (await routes.request(path)).json()) as T & { readonly fault?: string };
}

describe('the leaderboard', () => {
  async function twoSessions() {
    const database = temporaryDatabase();
    await addSession(database, {
      id: 'c1',
      came: [ADA, BOB, CY],
      pairs: [
        { sides: [0, 1], scores: [scored(10, 9, 500), scored(10, 5, 900)], judged: [judgedMove({ ms: 2_000 })], endedAt: YESTERDAY },
        { sides: [2, null], scores: [scored(10, 8, 100), scored(10, 10, 999)], endedAt: NOW },
      ],
    });
    const other = { settings: { scenario: 'half-close', level: 2 }, endedAt: NOW } as const;
    await addSession(database, {
      id: 'c2',
      classId: 'k2',
      createdAt: 2_000,
      came: [{ ...BOB, name: 'Bobby' }, ADA],
      pairs: [{ sides: [1, 0], scores: [scored(10, 7, 10), scored(10, 10, 20)], ...other }],
    });
    await addSession(database, { id: 'c3', ownerId: 'zoe', classId: 'k9', came: [CY], pairs: [{ sides: [0, null] }] });
    return asks(database);
  }
  const boardOf = async (ask: Awaited<ReturnType<typeof twoSessions>>, query = '') =>
    (await ask<ClassLeaderboardAnswer>(`/instructor/leaderboard?${query}`)).rows;
  const inShort = async (...given: Parameters<typeof boardOf>) => (await boardOf(...given)).map(({ rank, name }) => `${rank} ${name}`);

  test('is of all matches in one’s own sessions, by accuracy, with the name of the last session', async () => {
    const rows = await boardOf(await twoSessions());
    expect(rows.map(({ name, accuracy, points, matches }) => [name, accuracy, points, matches])).toEqual([
      ['Countess', 0.8, 510, 2],
      ['cy', 0.8, 100, 1],
      ['Bobby', 0.75, 920, 2],
    ]);
    expect(rows.map(({ realName }) => realName)).toEqual(['Ada Lovelace', null, null]);
  });

  test('puts the faster above where accuracy is equal', async () => {
    const rows = await boardOf(await twoSessions());
    expect(rows.map(({ rank, meanMilliseconds }) => [rank, meanMilliseconds])).toEqual([
      [1, 2_000],
      [2, null],
      [3, null],
    ]);
  });

  test('goes by points on request', async () => {
    expect(await inShort(await twoSessions(), 'by=points')).toEqual(['1 Bobby', '2 Countess', '3 cy']);
  });

  test.each([
    ['class=k2', ['1 Bobby', '2 Countess']],
    ['contest=c1', ['1 Countess', '2 cy', '3 bob']],
    ['scenario=half-close', ['1 Bobby', '2 Countess']],
    ['level=1', ['1 Countess', '2 cy', '3 bob']],
    ['period=today', ['1 Bobby', '2 cy', '3 Countess']],
    ['class=k1&level=2', []],
    ['contest=c3', []],
  ])('narrowed down by %s', async (query, rows) => {
    expect(await inShort(await twoSessions(), query)).toEqual(rows);
  });

  test('has nobody by accuracy who moved too little to be ranked', async () => {
    const database = temporaryDatabase();
    await addSession(database, { id: 'c1', came: [ADA], pairs: [{ sides: [0, null], scores: [scored(7, 7, 5), {}] }] });
    const ask = asks(database);
    expect(await inShort(ask)).toEqual([]);
    expect(await inShort(ask, 'by=points')).toEqual(['1 Countess']);
  });

  test('keeps the others where one was erased', async () => {
    const database = temporaryDatabase();
    await addSession(database, { id: 'c1', came: [BOB, CY], pairs: [{ sides: [0, 1] }] });
    await database.write(() => database.orm.delete(players).where(eq(players.id, 'bob')).run());
    expect(await inShort(asks(database))).toEqual(['1 cy']);
  });

  test.each(['level=4', 'by=luck', 'period=tomorrow', 'scenario=A%20B'])('refuses %s', async (query) => {
    expect((await asks(temporaryDatabase())(`/instructor/leaderboard?${query}`)).fault).toBe('bad-message');
  });
});

describe('what a class has mastered', () => {
  const wrong = { segmentRight: false, chosenSegment: 'nothing', misconception: 'fin-taken-for-an-ack' } as const;

  async function aClass() {
    const database = temporaryDatabase();
    const closes = { rules: ['established-close'], event: 'closes', turn: 5 } as const;
    await addSession(database, {
      id: 'c1',
      came: [ADA, BOB],
      pairs: [{ sides: [0, 1], judged: [judgedMove(wrong), judgedMove({ side: 1, turn: 4 }), judgedMove(closes)] }],
    });
    await addSession(database, {
      id: 'c2',
      createdAt: 2_000,
      came: [ADA],
      pairs: [
        {
          sides: [0, null],
          endedAt: 6_000,
          judged: [
            judgedMove(),
            judgedMove({ ...wrong, turn: 4, voided: true }),
            judgedMove({ ...wrong, turn: 5, by: 'bot' }),
            judgedMove({ turn: 6, state: 'FIN_WAIT_2', rules: ['fin-wait-2-fin'] }),
          ],
        },
      ],
    });
    await addSession(database, { id: 'c9', classId: 'k9', came: [ADA], pairs: [{ sides: [0, null], judged: [judgedMove(wrong)] }] });
    return asks(database);
  }

  test('is counted by rule and session, the hardest first; voided turns and what a bot answered are left out', async () => {
    const { rules, people, sessions, states } = await (await aClass())<MasteryAnswer>('/classes/k1/mastery');
    expect(rules[0]).toEqual({
      rule: 'established-fin',
      asked: 3,
      right: 2,
      bySession: [
        { contestId: 'c1', asked: 2, right: 1 },
        { contestId: 'c2', asked: 1, right: 1 },
      ],
    });
    expect(rules.map(({ rule }) => rule)).toEqual(['established-fin', 'established-close', 'fin-wait-2-fin']);
    expect(people).toEqual([
      { personId: 's-ada', name: 'Countess', realName: 'Ada Lovelace', asked: 4, right: 3, hardest: 'established-fin' },
      { personId: 'bob', name: 'bob', realName: null, asked: 1, right: 1, hardest: null },
    ]);
    expect(sessions.map(({ contestId }) => contestId)).toEqual(['c1', 'c2']);
    expect(states).toEqual([
      { state: 'ESTABLISHED', asked: 4, right: 3 },
      { state: 'FIN_WAIT_2', asked: 1, right: 1 },
    ]);
  });

  test('is told of one person alone, from session to session', async () => {
    const ask = await aClass();
    const { rules, states, people, misconceptions } = await ask<MasteryAnswer>('/classes/k1/mastery?person=bob');
    expect(rules).toEqual([{ rule: 'established-fin', asked: 1, right: 1, bySession: [{ contestId: 'c1', asked: 1, right: 1 }] }]);
    expect(states).toEqual([{ state: 'ESTABLISHED', asked: 1, right: 1 }]);
    expect(misconceptions).toEqual([]);
    expect(people).toHaveLength(2);
  });

  test('says which mistakes were shown, by how many, and how often there was an opportunity', async () => {
    const { misconceptions } = await (await aClass())<MasteryAnswer>('/classes/k1/mastery');
    expect(misconceptions).toEqual([{ misconception: 'fin-taken-for-an-ack', shown: 1, asked: 3, people: 1 }]);
  });

  test.each([
    ['rule=established-fin', ['c2-0 3', 'c1-0 3', 'c1-0 4']],
    ['rule=established-fin&person=bob', ['c1-0 4']],
    ['person=s-ada&misconception=fin-taken-for-an-ack', ['c1-0 3']],
    ['state=FIN_WAIT_2', ['c2-0 6']],
    ['rule=no-ack', []],
  ])('%s leads to the turns behind it', async (query, turns) => {
    const answer = await (await aClass())<MasteryTurnsAnswer>(`/classes/k1/mastery/turns?${query}`);
    expect(answer.turns.map(({ matchId, turn }) => `${matchId} ${turn}`)).toEqual(turns);
  });

  test('a turn says who chose what, and what was right', async () => {
    const { turns } = await (await aClass())<MasteryTurnsAnswer>('/classes/k1/mastery/turns?misconception=fin-taken-for-an-ack');
    expect(turns).toEqual([
      {
        matchId: 'c1-0',
        turn: 3,
        side: 0,
        name: 'Countess',
        realName: 'Ada Lovelace',
        at: 5_000,
        role: 'client',
        state: 'ESTABLISHED',
        event: 'gets FIN,ACK',
        rule: 'established-fin',
        chosenSegment: 'nothing',
        chosenState: 'CLOSE_WAIT',
        expectedSegment: 'ACK',
        expectedState: 'CLOSE_WAIT',
        right: false,
        misconception: 'fin-taken-for-an-ack',
      },
    ]);
  });
});

describe('who may read it', () => {
  const PATHS = ['/instructor/leaderboard', '/classes/k1/mastery', '/classes/k1/mastery/turns'];

  test.each(PATHS)('%s: nobody who is not signed in', async (path) => {
    expect((await asks(temporaryDatabase(), null)(path)).fault).toBe('not-an-instructor');
  });

  test.each(PATHS.slice(1))('%s: nobody else’s class', async (path) => {
    expect((await asks(temporaryDatabase(), 'zoe')(path)).fault).toBe('no-such-class');
  });
});
