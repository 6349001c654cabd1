/** What Lighthouse looks at beyond the pages that are empty for everybody: a match under way, one that is over, and the reports of a class. */
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { instructors } from '#db/instructor-schema.ts';
import { openDatabase, type Database } from '#db/open.ts';
import type { Host } from '../tests/browser/host.ts';
import { addSession, judgedMove } from '../tests/integration/class-sessions.ts';
import { STARTED, storeMatch, strangers } from '../tests/integration/stored-match.ts';
import { begin, playOn } from '../tests/unit/match/games.ts';

/** `cookie`: whose page it is; null where everybody sees the same. */
export type Looked = { readonly path: string; readonly cookie: string | null };

const ACCOUNT = { email: 'ada@example.org', name: 'Ada', password: 'correct horse' };
const CLASS = 'k1';
const STUDENTS = 30;

export async function setTheStage(host: Host): Promise<readonly Looked[]> {
  const instructor = await instructorOf(host);
  const replay = await inTheStore(host, async (database) => {
    const game = playOn(begin({ scenario: 'whole-life-with-faults', level: 3, seed: 5, parties: strangers('王梅', 'Jonas') }));
    await storeMatch(database, game);
    await holdSessions(database);
    return game.match.record.matchId;
  });
  const duel = await beginMatch(host);
  return [
    { path: `/match/${duel.matchId}`, cookie: duel.cookie },
    { path: `/replay/${replay}`, cookie: null },
    { path: '/instructor/leaderboard', cookie: instructor },
    { path: `/instructor/classes/${CLASS}/mastery`, cookie: instructor },
    { path: `/instructor/classes/${CLASS}/results`, cookie: instructor },
  ];
}

/** By the link that the host has printed. */
async function instructorOf({ url, said }: Host): Promise<string> {
  const secret = /account-link\/(\S+)/.exec(said())?.[1];
  await fetch(`${url}/api/account-links/${secret}`, { method: 'POST', body: JSON.stringify(ACCOUNT) });
  const { email, password } = ACCOUNT;
  const headers = { 'content-type': 'application/json' };
  return cookieIn(await fetch(`${url}/api/auth/sign-in`, { method: 'POST', headers, body: JSON.stringify({ email, password }) }));
}

async function inTheStore<T>({ dataDir }: Host, write: (database: Database) => Promise<T>): Promise<T> {
  const opened = openDatabase(join(dataDir, 'last-ack.db'));
  if (!opened.ok) throw new Error(opened.detail);
  const result = await write(opened.database);
  opened.close();
  return result;
}

/** Two of a whole class, with right and wrong moves. */
async function holdSessions(database: Database): Promise<void> {
  const ownerId = database.orm.select().from(instructors).get()?.id ?? '';
  const came = Array.from({ length: STUDENTS }, (_, n) => ({ playerId: `player-${n}`, name: `Player ${n}`, studentId: `student-${n}` }));
  const pairs = Array.from({ length: STUDENTS / 2 }, (_, n) => ({
    sides: [2 * n, 2 * n + 1] as const,
    judged: [
      judgedMove(n % 2 === 0 ? { segmentRight: false, misconception: 'fin-taken-for-an-ack' } : {}),
      judgedMove({ side: 1, turn: 4 }),
    ],
  }));
  for (const [n, id] of ['c1', 'c2'].entries()) {
    await addSession(database, { id, ownerId, classId: CLASS, createdAt: STARTED + n * 86_400_000, came, pairs });
  }
}

/** Against a bot, without a clock: it waits at its first question. */
async function beginMatch({ url }: Host): Promise<{ readonly matchId: string; readonly cookie: string }> {
  const cookie = cookieIn(await fetch(`${url}/api/session`, { method: 'POST' }));
  const link = io(url, { transports: ['websocket'], extraHeaders: { cookie } });
  const terms = { level: 2, strength: 'novice', scenario: 'simultaneous-close', turnSeconds: null };
  const answer = await link.emitWithAck('command', { id: 'lighthouse-1', type: 'bot-start', ...terms });
  link.close();
  return { matchId: answer.matchId, cookie };
}

function cookieIn(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
