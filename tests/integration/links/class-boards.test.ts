/** The leaderboard of a class, as its students see it once the instructor has opened it. */
import { expect, test } from 'vitest';
import type { LeaderboardAnswer, OpenBoardsAnswer } from '#protocol/api.ts';
import { addSession } from '../class-sessions.ts';
import { startHost, type TestHost } from './host.ts';
import { newAdmin, newInstructor } from './instructor.ts';
import { newGuest } from './player.ts';

async function get<T>(host: TestHost, path: string, cookie: string): Promise<T & { readonly fault?: string }> {
  const response = await fetch(`${host.url}/api/${path}`, { headers: { cookie } });
  return (await response.json()) as T & { fault?: string };
}

/** A class of which two were in a session, one of them on the roster, and somebody who was not. */
async function aClass() {
  const host = await startHost();
  const desk = await newAdmin(host);
  const { body } = await desk.ask('GET', 'instructor');
  const [ada, bob, stranger] = [await newGuest(host), await newGuest(host), await newGuest(host)];
  const came = [
    { playerId: ada.playerId, name: 'Countess', studentId: 's1' },
    { playerId: bob.playerId, name: 'Bob' },
  ];
  const scores = [
    { moves: 10, rightMoves: 9, points: 500 },
    { moves: 10, rightMoves: 5, points: 900 },
  ] as const;
  await addSession(host.database, { id: 'c1', ownerId: body.account?.id, came, pairs: [{ sides: [0, 1], scores }] });
  const open = (boardOpen: boolean) => desk.ask('PATCH', 'classes/k1', { boardOpen });
  return { host, desk, ada, bob, stranger, open };
}

const board = (host: TestHost, cookie: string, query = '') => get<LeaderboardAnswer>(host, `class-boards/k1${query}`, cookie);
const boards = async (host: TestHost, cookie: string) => (await get<OpenBoardsAnswer>(host, 'class-boards', cookie)).boards;

test('is closed until the instructor opens it, and again afterwards', async () => {
  const { host, ada, open } = await aClass();
  expect(await boards(host, ada.cookie)).toEqual([]);
  expect((await board(host, ada.cookie)).fault).toBe('no-such-class');
  expect((await open(true)).status).toBe(200);
  expect(await boards(host, ada.cookie)).toEqual([{ classId: 'k1', name: 'k1' }]);
  expect((await board(host, ada.cookie)).rows).toHaveLength(2);
  await open(false);
  expect((await board(host, ada.cookie)).fault).toBe('no-such-class');
});

test('shows nicknames and no real names, and everybody which row is theirs', async () => {
  const { host, ada, bob, open } = await aClass();
  await open(true);
  const rowsFor = async (cookie: string) => (await board(host, cookie)).rows;
  expect(await rowsFor(ada.cookie)).toEqual([
    { rank: 1, name: 'Countess', isMe: true, matches: 1, moves: 10, accuracy: 0.9, points: 500 },
    { rank: 2, name: 'Bob', isMe: false, matches: 1, moves: 10, accuracy: 0.5, points: 900 },
  ]);
  expect((await rowsFor(bob.cookie)).map(({ isMe }) => isMe)).toEqual([false, true]);
});

test('is nobody else’s', async () => {
  const { host, desk, stranger, open } = await aClass();
  await open(true);
  for (const cookie of [stranger.cookie, desk.cookie(), '']) {
    expect(await boards(host, cookie)).toEqual([]);
    expect((await board(host, cookie)).fault).toBe('no-such-class');
  }
  const other = await newInstructor(host, desk, 'zoe@example.org');
  expect((await other.ask('PATCH', 'classes/k1', { boardOpen: false })).body.fault).toBe('no-such-class');
});

test('can be narrowed down to a scenario that there is', async () => {
  const { host, ada, open } = await aClass();
  await open(true);
  expect((await board(host, ada.cookie, '?scenario=three-way-handshake')).rows).toEqual([]);
  expect((await board(host, ada.cookie, '?scenario=nothing-like-it')).fault).toBe('no-such-scenario');
  expect((await board(host, ada.cookie, '?period=never')).fault).toBe('bad-message');
});
