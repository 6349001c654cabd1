/** What the log says of requests and commands, and that it never says who. */
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { commandSchema } from '#protocol/commands.ts';
import { temporaryFolder } from '../temporary.ts';
import { askAs } from './contest-room.ts';
import { begin, comes } from './contest-class.ts';
import { answers, newDuel } from './duel.ts';
import { startHost, type TestHost } from './host.ts';
import { ADMIN, newAdmin, newDesk, PASSWORD } from './instructor.ts';
import { newGuest, newId, newPlayer } from './player.ts';
import { askingAs, newClass } from './roster.ts';

type Line = { readonly level: string; readonly msg: string; readonly [field: string]: unknown };

async function loggingHost() {
  const said: string[] = [];
  const host = await startHost({ LOG_LEVEL: 'debug' }, temporaryFolder(), said);
  return { host, said, lines: () => linesOf(said) };
}

const linesOf = (said: readonly string[]) => said.map((line) => JSON.parse(line) as Line);

/** The line of a request is written when its answer has gone out, of which the browser may hear first. */
async function lineOf(lines: () => readonly Line[], isIt: (line: Line) => boolean): Promise<Line> {
  for (;;) {
    const found = lines().find(isIt);
    if (found) return found;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('a request', () => {
  test('has an id in its answer and in its line, which names the route and not the path', async () => {
    const { host, lines } = await loggingHost();
    const response = await fetch(`${host.url}/api/invitations/SECRET?code=SECRET`);
    const id = response.headers.get('x-request-id');
    expect(id).toMatch(/^[0-9a-f]{12}$/);
    const line = await lineOf(lines, (one) => one.id === id);
    expect(line).toMatchObject({
      level: 'debug',
      method: 'GET',
      route: '/api/invitations/:code',
      status: 401,
      fault: 'not-signed-in',
    });
    expect(line.ms).toBeGreaterThanOrEqual(0);
  });

  test('does not bring its own id, where no proxy is trusted', async () => {
    const { host } = await loggingHost();
    const response = await fetch(`${host.url}/api/scenarios`, { headers: { 'x-request-id': 'from-somebody' } });
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f]{12}$/);
  });
});

test('a request keeps the id that a proxy of ours gave it', async () => {
  const host = await startHost({ TRUST_PROXY: '1' });
  const idFor = async (id: string) =>
    (await fetch(`${host.url}/api/scenarios`, { headers: { 'x-request-id': id } })).headers.get('x-request-id');
  expect(await idFor('proxy-0001')).toBe('proxy-0001');
  expect(await idFor('not an id')).toMatch(/^[0-9a-f]{12}$/);
});

describe('a command', () => {
  test('has a line with its match, and with the fault where it was refused', async () => {
    const { host, lines } = await loggingHost();
    const { matchId, seats } = await newDuel(host);
    await answers(host, seats[0]);
    await seats[1].link.say({ type: 'watch', matchId: 'nowhere' });
    const commands = lines().filter(({ msg }) => msg === 'command');
    expect(commands.find(({ command }) => command === 'invite-accept')).toMatchObject({ level: 'debug', match: matchId });
    expect(commands.at(-2)?.match).toBe(matchId);
    expect(commands.at(-1)).toEqual(expect.objectContaining({ command: 'watch', fault: 'no-such-match' }));
    expect(commands.at(-1)).not.toHaveProperty('match');
  });
});

describe('an error of the host’s', () => {
  /** As a bug would: the statement no longer fits the table. */
  const breakPlayers = (host: TestHost) => host.database.orm.run(sql`ALTER TABLE players RENAME COLUMN name TO named`);

  test('answers a request with an id, under which the log has the stack', async () => {
    const { host, lines } = await loggingHost();
    breakPlayers(host);
    const response = await fetch(`${host.url}/api/session`, { method: 'POST' });
    const answer = (await response.json()) as { readonly report: string };
    expect([response.status, answer]).toEqual([503, { fault: 'not-saved', report: response.headers.get('x-request-id') }]);
    expect(lines().find(({ level }) => level === 'error')).toMatchObject({
      id: answer.report,
      route: '/api/session',
      msg: 'a request failed',
    });
    expect(JSON.stringify(lines().find(({ level }) => level === 'error')?.err)).toMatch(/at .*players\.ts/);
  });

  test('answers a command with an id, under which the log has the stack', async () => {
    const { host, lines } = await loggingHost();
    const link = await newPlayer(host);
    breakPlayers(host);
    const answer = await link.say({ type: 'bot-start', level: 1, strength: 'novice', scenario: null, turnSeconds: null });
    const error = lines().find(({ level }) => level === 'error');
    expect(answer).toEqual({ ok: false, fault: 'not-saved', report: error?.id });
    expect(error).toMatchObject({ msg: 'a command failed', err: { stack: expect.arrayContaining([expect.stringMatching(/^at /)]) } });
  });
});

/** Whatever is typed in, in a form that every field takes. */
const MARK = 'Zaphod';

describe('no line names a person', () => {
  test('of a class with its instructor, roster, session and match', async () => {
    const said: string[] = [];
    const { host, admin, instructor, code, room, act, contestId, projectorKey } = await begin(1, temporaryFolder(), said, {
      LOG_LEVEL: 'debug',
    });
    const { roster } = await newClass(askingAs(host, admin), `${MARK} class`, `${MARK} Real,17,${MARK}@x.example`);
    const late = await comes(host, code, MARK);
    expect(await act({ do: 'start-round', round: 1 })).toBe(null);
    await askAs(host, { cookie: late.guest.cookie }, 'PATCH', 'me', { name: `${MARK}2` });
    const recovery = (await askAs<{ code: string }>(host, { cookie: late.guest.cookie }, 'POST', 'me/recovery')).body.code;
    await askAs(host, { cookie: late.guest.cookie }, 'POST', 'recover', { code: recovery });
    await newDesk(host).ask('POST', 'auth/sign-in', { email: ADMIN.email, password: PASSWORD });
    await newDesk(host).ask('POST', 'auth/sign-in', { email: `${MARK}@x.example`, password: `${MARK} horse` });
    const matchId = await room[0]?.matched();
    await room[0]?.say({ type: 'dispute', matchId, turn: 0, comment: `${MARK} says so` });
    const cookies = [instructor.cookie, late.guest.cookie].flatMap((header) => header.split(/; ?/)).map((one) => one.split('=')[1]);
    const known = [code, projectorKey, recovery, roster[0]?.code, ADMIN.email, ADMIN.name, PASSWORD, late.guest.playerId, ...cookies];
    expectSilence(said, known);
    expect(said.join('')).toContain(contestId);
  });

  test('of every route and every command, whatever they are given', async () => {
    const { host, said } = await loggingHost();
    const admin = await newAdmin(host);
    const { cookie } = await newGuest(host);
    const link = await newPlayer(host);
    const fields = Object.fromEntries(
      ['name', 'email', 'password', 'code', 'comment', 'title', 'term', 'number', 'personal', 'id'].map((field) => [
        field,
        `${MARK}-${field}`,
      ]),
    );
    const headers = {
      cookie: `${admin.cookie()}; ${cookie}`,
      'user-agent': MARK,
      'x-forwarded-for': MARK,
      'x-request-id': `${MARK}-request`,
    };
    for (const { method, path } of host.routes) {
      if (path.includes('sign-out')) continue;
      const url = `${host.url}${path.replace(/:\w+(\{[^}]*\})?/g, MARK)}?code=${MARK}&name=${MARK}`;
      await fetch(url, { method, headers, ...(method === 'GET' ? {} : { body: JSON.stringify(fields) }) });
    }
    await fetch(`${host.url}/api/session`, { method: 'POST', body: `${MARK} {`, headers });
    await fetch(`${host.url}/account-link/${MARK}`, { headers });
    for (const { shape } of commandSchema.options) {
      await link.say({ ...fields, type: shape.type.value, id: newId() });
      await link.say({ matchId: MARK, contestId: MARK, turn: 0, type: shape.type.value, id: newId() });
    }
    await link.say({ type: 'unwatch', matchId: MARK });
    await link.say({ type: 'contest-unwatch', contestId: MARK });
    await link.say({ type: 'contest-join', code: '123456', name: MARK, personal: MARK });
    await link.sayRaw({ type: MARK, id: newId() });
    expectSilence(said, [cookie.split('=')[1]]);
    expect(linesOf(said).length).toBeGreaterThan(host.routes.length + commandSchema.options.length);
  });

  test('of an error either: not the values of a query, nor what could not be parsed', async () => {
    const { host, said } = await loggingHost();
    const admin = await newAdmin(host);
    const guest = await newGuest(host);
    for (const [table, column] of [
      ['players', 'name'],
      ['instructors', 'name'],
      ['classes', 'name'],
    ] as const)
      host.database.orm.run(sql.raw(`ALTER TABLE ${table} RENAME COLUMN ${column} TO broken`));
    await askAs(host, guest, 'PATCH', 'me', { name: MARK });
    await newDesk(host).ask('POST', 'auth/sign-in', { email: `${MARK}@x.example`, password: `${MARK} horse` });
    await admin.ask('POST', 'admin/accounts', { email: `${MARK}@x.example`, role: 'instructor' });
    await admin.ask('POST', 'classes', { name: MARK, term: MARK });
    expect(linesOf(said).filter(({ level }) => level === 'error').length).toBeGreaterThanOrEqual(3);
    expectSilence(said, [guest.cookie.split('=')[1], guest.playerId]);
  });
});

function expectSilence(said: readonly string[], known: readonly (string | null | undefined)[]): void {
  const log = said.join('\n');
  for (const secret of [MARK, '127.0.0.1', '::1', ...known]) {
    if (!secret) throw new Error('there is nothing to look for');
    const word = new RegExp(`(?<![0-9a-z])${secret.replace(/[^\w]/g, '\\$&')}(?![0-9a-z])`, 'i');
    expect(
      said.filter((line) => word.test(line)),
      secret,
    ).toEqual([]);
  }
  expect(log.toLowerCase()).not.toContain(MARK.toLowerCase());
}
