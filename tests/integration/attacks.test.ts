/** What other pages, planted cookies and long texts are refused. What is played and how is elsewhere: docs/attacks.md says where. */
import { describe, expect, test } from 'vitest';
import { pino } from 'pino';
import { createHost } from '#server/host.ts';
import { readSettings } from '#server/settings.ts';
import { newAdmin, newDesk, ADMIN, PASSWORD } from './links/instructor.ts';
import { startHost } from './links/host.ts';
import { newGuest, openLink } from './links/player.ts';
import { temporaryDatabase, temporaryFolder } from './temporary.ts';

function apiOfHost() {
  const read = readSettings({ DATA_DIR: temporaryFolder() });
  if (!read.ok) throw new Error(read.sentence);
  const { api } = createHost(temporaryDatabase(), read.settings, pino({ level: 'silent' }));
  return { api, changing: api.routes.filter(({ method }) => !['GET', 'ALL'].includes(method)) };
}

describe('a page of somebody else', () => {
  test('finds every route that changes something', () => {
    const paths = apiOfHost().changing.map(({ method, path }) => `${method} ${path}`);
    for (const known of [
      'POST /api/session',
      'PATCH /api/me',
      'POST /api/auth/sign-in',
      'POST /api/auth/sign-out',
      'DELETE /api/admin/accounts/:id',
    ])
      expect(paths).toContain(known);
    expect(new Set(paths).size).toBeGreaterThan(30);
  });

  test.each([
    ['its origin', { origin: 'https://elsewhere.example' }],
    ['a neighbour under another port', { origin: 'http://host.example:8080' }],
    ['no origin that could be told, as from a sandbox', { origin: 'null' }],
    ['another site, without an origin', { 'sec-fetch-site': 'cross-site' }],
    ['a sister under the same site, without an origin', { 'sec-fetch-site': 'same-site' }],
  ])('changes nothing by any route, whatever form it sends: %s', async (_, headers) => {
    const { api, changing } = apiOfHost();
    for (const { method, path } of changing) {
      for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
        const response = await api.request(path.replace(/:\w+/g, 'any'), {
          method,
          headers: { host: 'host.example', 'content-type': type, ...headers },
          body: '{}',
        });
        expect([response.status, await response.json()], `${method} ${path}, ${type}`).toEqual([403, { fault: 'bad-origin' }]);
      }
    }
  });

  test('reads no answer: no route allows another origin', async () => {
    const { api, changing } = apiOfHost();
    const asked = { method: 'OPTIONS', headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' } };
    for (const { path } of changing) {
      const response = await api.request(path.replace(/:\w+/g, 'any'), asked);
      expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});

describe('a cookie that was planted', () => {
  const planted = `last_ack_session=${'x'.repeat(43)}`;

  test('is not the session of the guest who comes with it', async () => {
    const { url } = await startHost();
    const response = await fetch(`${url}/api/session`, { method: 'POST', headers: { cookie: planted } });
    const given = response.headers.getSetCookie()[0]?.split(';')[0];
    expect(given).toMatch(/^last_ack_session=[\w-]{43}$/);
    expect(given).not.toBe(planted);
  });

  test('of the planter’s own is worth nothing after a recovery code: the browser gets another one, and the old one ends', async () => {
    const host = await startHost();
    const [victim, planter] = [await newGuest(host), await newGuest(host)];
    const ask = async (method: string, path: string, cookie: string, body?: object) => {
      const response = await fetch(`${host.url}/api/${path}`, { method, headers: { cookie }, ...(body && { body: JSON.stringify(body) }) });
      return {
        body: (await response.json()) as { code?: string; player?: { playerId: string } | null },
        set: response.headers.getSetCookie(),
      };
    };
    const { code } = (await ask('POST', 'me/recovery', victim.cookie)).body;
    const entered = await ask('POST', 'recover', planter.cookie, { code });
    expect(entered.body.player?.playerId).toBe(victim.playerId);
    expect(entered.set[0]).not.toContain(planter.cookie);
    expect((await ask('GET', 'me', planter.cookie)).body.player).toBe(null);
  });

  test('ends with its links once a recovery code has replaced it, and no other link does', async () => {
    const host = await startHost();
    const [victim, guest] = [await newGuest(host), await newGuest(host)];
    const other = await newGuest(host);
    const post = async (path: string, cookie: string, body?: object) =>
      (await (
        await fetch(`${host.url}/api/${path}`, { method: 'POST', headers: { cookie }, ...(body && { body: JSON.stringify(body) }) })
      ).json()) as {
        code?: string;
      };
    const { code } = await post('me/recovery', victim.cookie);
    const [ends, itsTab, stays, bystander] = await Promise.all([guest, guest, victim, other].map((one) => openLink(host, one)));
    const why = [ends, itsTab].map((link) => new Promise((resolve) => link?.socket.once('disconnect', resolve)));
    await post('recover', guest.cookie, { code });
    expect(await Promise.all(why)).toEqual(['io server disconnect', 'io server disconnect']);
    expect([stays, bystander].map((link) => link?.socket.connected)).toEqual([true, true]);
  });

  test('is not the session of the instructor who signs in with it', async () => {
    const host = await startHost();
    const desk = await newAdmin(host);
    const before = desk.cookie();
    const again = await newDesk(host).ask('POST', 'auth/sign-in', { email: ADMIN.email, password: PASSWORD }, { cookie: before });
    expect(again.set[0]?.split(';')[0]).toMatch(/^last_ack_instructor=./);
    expect(again.set[0]?.split(';')[0]).not.toBe(before);
  });

  test('beside another one of the same name lets nobody in twice: the first counts, as the browser orders them', async () => {
    const host = await startHost();
    const guest = await newGuest(host);
    const me = async (cookie: string) =>
      ((await (await fetch(`${host.url}/api/me`, { headers: { cookie } })).json()) as { player: { playerId: string } | null }).player
        ?.playerId;
    expect(await me(`${guest.cookie}; ${planted}`)).toBe(guest.playerId);
    expect(await me(`${planted}; ${guest.cookie}`)).toBe(undefined);
  });
});
