/** Instructors' accounts on the host as it runs: doors, cookies, links, and what is left after a restart. */
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { accountLinks, allowances } from '#db/instructor-schema.ts';
import { FAULTS, type Fault } from '#protocol/faults.ts';
import { temporaryFolder } from '../temporary.ts';
import { startHost } from './host.ts';
import { ADMIN, apiOf, newAdmin, newDesk, newInstructor, PASSWORD } from './instructor.ts';
import { newGuest, openLink } from './player.ts';

const refused = (fault: Fault) => ({ status: FAULTS[fault], body: { fault } });
const wrong = { email: ADMIN.email, password: 'incorrect horse' };
const right = { email: ADMIN.email, password: PASSWORD };

describe('the set-up link', () => {
  test('makes the administrator, who is signed in, and is good once', async () => {
    const host = await startHost();
    const path = apiOf(await host.setUpPath());
    const desk = newDesk(host);
    expect((await desk.ask('GET', path)).body).toEqual({ kind: 'set-up', email: null });
    const { id: _, ...made } = (await desk.ask('POST', path, { ...ADMIN, email: ' Admin@Example.org ' })).body.account ?? {};
    expect(made).toEqual({ email: ADMIN.email, name: ADMIN.name, role: 'admin' });
    expect((await desk.ask('GET', 'instructor')).body.account).toMatchObject(made);
    for (const method of ['GET', 'POST'])
      expect(await newDesk(host).ask(method, path, method === 'POST' ? ADMIN : undefined)).toMatchObject(refused('account-link-over'));
    expect(await host.setUpPath()).toBeNull();
  });

  test('is good for one of two who use it at once', async () => {
    const host = await startHost();
    const path = apiOf(await host.setUpPath());
    const asked = ['one@example.org', 'two@example.org'].map((email) => newDesk(host).ask('POST', path, { ...ADMIN, email }));
    expect((await Promise.all(asked)).map(({ status }) => status).sort()).toEqual([200, 410]);
  });

  test('ends with the next start, which has another one', async () => {
    const host = await startHost();
    const [first, second] = [await host.setUpPath(), await host.setUpPath()];
    expect(await newDesk(host).ask('GET', apiOf(first))).toMatchObject(refused('account-link-over'));
    expect((await newDesk(host).ask('GET', apiOf(second))).status).toBe(200);
  });

  test('runs out', async () => {
    const host = await startHost();
    const path = apiOf(await host.setUpPath());
    await host.database.write(
      () =>
        void host.database.orm
          .update(accountLinks)
          .set({ expiresAt: Date.now() - 1 })
          .run(),
    );
    expect(await newDesk(host).ask('POST', path, ADMIN)).toMatchObject(refused('account-link-over'));
  });

  test.each<[Fault, object]>([
    ['bad-email', { ...ADMIN, email: 'ada' }],
    ['bad-password', { ...ADMIN, password: '123456789' }],
    ['bad-password', { ...ADMIN, password: 'x'.repeat(129) }],
    ['bad-message', { email: ADMIN.email, password: PASSWORD }],
    ['bad-message', { name: ADMIN.name, password: PASSWORD }],
    ['bad-message', { ...ADMIN, role: 'admin' }],
  ])('is not used up by %s', async (fault, typed) => {
    const host = await startHost();
    const path = apiOf(await host.setUpPath());
    expect(await newDesk(host).ask('POST', path, typed)).toMatchObject(refused(fault));
    expect((await newDesk(host).ask('POST', path, ADMIN)).status).toBe(200);
  });
});

describe('signing in', () => {
  test('takes the address in any case and the password exactly, and lasts over a restart', async () => {
    const folder = temporaryFolder();
    const host = await startHost({}, folder);
    await newAdmin(host);
    const desk = newDesk(host);
    expect(await desk.ask('POST', 'auth/sign-in', wrong)).toMatchObject(refused('wrong-password'));
    expect(await desk.ask('POST', 'auth/sign-in', { ...right, email: 'nobody@example.org' })).toMatchObject(refused('wrong-password'));
    expect(await desk.ask('GET', 'instructor')).toMatchObject(refused('not-an-instructor'));
    expect((await desk.ask('POST', 'auth/sign-in', { ...right, email: 'ADMIN@example.org' })).status).toBe(200);
    await host.stop();
    const again = newDesk(await startHost({}, folder));
    expect((await again.ask('GET', 'instructor', undefined, { cookie: desk.cookie() })).body.account?.email).toBe(ADMIN.email);
  });

  test('is by a cookie that scripts cannot read, and that is kept to https where the browser came by it', async () => {
    const host = await startHost();
    await newAdmin(host);
    const plain = await newDesk(host).ask('POST', 'auth/sign-in', right);
    expect(plain.set).toEqual([expect.stringMatching(/^last_ack_instructor=.+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/)]);
    const behindProxy = await newDesk(host).ask('POST', 'auth/sign-in', right, { 'x-forwarded-proto': 'https' });
    expect(behindProxy.set).toEqual([expect.stringMatching(/; Secure$/)]);
  });

  test('from a page of another origin is refused', async () => {
    const host = await startHost();
    await newAdmin(host);
    const asked = newDesk(host).ask('POST', 'auth/sign-in', right, { origin: 'https://elsewhere.example' });
    expect(await asked).toMatchObject(refused('bad-origin'));
  });

  test('a cookie whose signature is not ours is nobody’s', async () => {
    const host = await startHost();
    const cookie = (await newAdmin(host)).cookie();
    for (const forged of [`${cookie}x`, cookie.replace(/\..*/, ''), cookie.replace(/=../, '=zz')])
      expect(await newDesk(host).ask('GET', 'instructor', undefined, { cookie: forged })).toMatchObject(refused('not-an-instructor'));
  });
});

describe('too many tries', () => {
  test('for an address are refused, also after a restart and with the right password, until time has passed', async () => {
    const folder = temporaryFolder();
    const host = await startHost({}, folder);
    const admin = await newAdmin(host);
    await newInstructor(host, admin, 'ines@example.org');
    const tries = await Promise.all(Array.from({ length: 12 }, () => newDesk(host).ask('POST', 'auth/sign-in', wrong)));
    expect(tries.map(({ body }) => body.fault).sort()).toEqual([...Array(2).fill('too-many-tries'), ...Array(10).fill('wrong-password')]);
    await host.stop();

    const again = await startHost({}, folder);
    const { database } = again;
    const desk = newDesk(again);
    expect(await desk.ask('POST', 'auth/sign-in', right)).toMatchObject(refused('too-many-tries'));
    expect((await desk.ask('POST', 'auth/sign-in', { ...right, email: 'ines@example.org' })).status).toBe(200);
    const halfAMinuteLater = { fullAt: sql`full_at - 30000` };
    await database.write(() => void database.orm.update(allowances).set(halfAMinuteLater).run());
    expect((await desk.ask('POST', 'auth/sign-in', right)).status).toBe(200);
  });

  test('are not those that were right', async () => {
    const host = await startHost();
    await newAdmin(host);
    for (let n = 0; n < 12; n += 1) expect((await newDesk(host).ask('POST', 'auth/sign-in', right)).status).toBe(200);
  });

  test('from one place are refused whatever the address', async () => {
    const host = await startHost();
    const { orm, write } = host.database;
    await newDesk(host).ask('POST', 'auth/sign-in', wrong);
    await write(
      () =>
        void orm
          .update(allowances)
          .set({ fullAt: Date.now() + 300_000 })
          .run(),
    );
    const asked = newDesk(host).ask('POST', 'auth/sign-in', { ...wrong, email: 'somebody@example.org' });
    expect(await asked).toMatchObject(refused('too-many-tries'));
  });
});

describe('signing out', () => {
  test('ends the session and the links that came with it, and no others', async () => {
    const host = await startHost();
    const [desk, phone] = [await newAdmin(host), newDesk(host)];
    await phone.ask('POST', 'auth/sign-in', right);
    const guest = await newGuest(host);
    const linkWith = (cookie: string) => openLink(host, { ...guest, cookie: `${guest.cookie}; ${cookie}` });
    const [ends, stays, player] = [await linkWith(desk.cookie()), await linkWith(phone.cookie()), await openLink(host, guest)];
    const why = new Promise((resolve) => ends.socket.once('disconnect', resolve));
    const signedIn = desk.cookie();
    const out = await desk.ask('POST', 'auth/sign-out');
    expect(out).toMatchObject({ status: 200, set: [expect.stringContaining('last_ack_instructor=; Max-Age=0')] });
    expect(await why).toBe('io server disconnect');
    expect([stays.socket.connected, player.socket.connected]).toEqual([true, true]);
    expect(await newDesk(host).ask('GET', 'instructor', undefined, { cookie: signedIn })).toMatchObject(refused('not-an-instructor'));
    expect((await phone.ask('GET', 'instructor')).status).toBe(200);
  });

  test('once more, or by nobody, is no mistake', async () => {
    const host = await startHost();
    expect((await newDesk(host).ask('POST', 'auth/sign-out')).status).toBe(200);
  });
});

describe('a changed password', () => {
  test('ends the sessions elsewhere', async () => {
    const host = await startHost();
    const [desk, phone] = [await newAdmin(host), newDesk(host)];
    await phone.ask('POST', 'auth/sign-in', right);
    const next = 'battery staple';
    expect(await newDesk(host).ask('POST', 'auth/change-password', { current: PASSWORD, next })).toMatchObject(
      refused('not-an-instructor'),
    );
    expect(await desk.ask('POST', 'auth/change-password', { current: next, next })).toMatchObject(refused('wrong-password'));
    expect(await desk.ask('POST', 'auth/change-password', { current: PASSWORD, next: 'short' })).toMatchObject(refused('bad-password'));
    expect((await phone.ask('GET', 'instructor')).status).toBe(200);
    expect((await desk.ask('POST', 'auth/change-password', { current: PASSWORD, next })).status).toBe(200);
    expect((await desk.ask('GET', 'instructor')).status).toBe(200);
    expect(await phone.ask('GET', 'instructor')).toMatchObject(refused('not-an-instructor'));
    expect(await phone.ask('POST', 'auth/sign-in', right)).toMatchObject(refused('wrong-password'));
    expect((await phone.ask('POST', 'auth/sign-in', { ...right, password: next })).status).toBe(200);
  });
});

describe('the administrator', () => {
  test('invites an instructor, who chooses name and password and is no administrator', async () => {
    const host = await startHost();
    const admin = await newAdmin(host);
    const { body } = await admin.ask('POST', 'admin/accounts', { email: 'Ines@example.org', role: 'instructor' });
    expect(body.account).toMatchObject({ email: 'ines@example.org', role: 'instructor', state: 'invited' });
    const ines = newDesk(host);
    expect((await ines.ask('GET', apiOf(body.path))).body).toEqual({ kind: 'invitation', email: 'ines@example.org' });
    expect((await ines.ask('POST', apiOf(body.path), { name: '王老师', password: PASSWORD })).body.account?.name).toBe('王老师');
    expect(await ines.ask('GET', 'admin/accounts')).toMatchObject(refused('not-an-admin'));
    expect(await newDesk(host).ask('GET', 'admin/accounts')).toMatchObject(refused('not-an-instructor'));
    const states = (await admin.ask('GET', 'admin/accounts')).body.accounts?.map(({ email, state }) => [email, state]);
    expect(states).toEqual([
      [ADMIN.email, 'active'],
      ['ines@example.org', 'active'],
    ]);
  });

  test('is refused what cannot be', async () => {
    const host = await startHost();
    const admin = await newAdmin(host);
    const { id } = await newInstructor(host, admin, 'ines@example.org');
    const own = (await admin.ask('GET', 'instructor')).body.account?.id;
    const invite = (email: string) => admin.ask('POST', 'admin/accounts', { email, role: 'instructor' });
    expect(await invite('ines')).toMatchObject(refused('bad-email'));
    expect(await invite('INES@example.org')).toMatchObject(refused('email-taken'));
    for (const less of [{ role: 'instructor' }, { disabled: true }])
      expect(await admin.ask('PATCH', `admin/accounts/${own}`, less)).toMatchObject(refused('last-admin'));
    expect(await admin.ask('PATCH', `admin/accounts/${own}`, {})).toMatchObject(refused('bad-message'));
    expect(await admin.ask('DELETE', `admin/accounts/${id}`)).toMatchObject(refused('account-in-use'));
    for (const [method, path] of [
      ['PATCH', 'nobody'],
      ['DELETE', 'nobody'],
      ['POST', 'nobody/link'],
    ] as const)
      expect(await admin.ask(method, `admin/accounts/${path}`, { disabled: true })).toMatchObject(refused('no-such-account'));
  });

  test('takes an invitation back, and makes a new one that ends the one before', async () => {
    const host = await startHost();
    const admin = await newAdmin(host);
    const { account, path } = (await admin.ask('POST', 'admin/accounts', { email: 'ines@example.org', role: 'instructor' })).body;
    const again = (await admin.ask('POST', `admin/accounts/${account?.id}/link`)).body;
    expect(await newDesk(host).ask('GET', apiOf(path))).toMatchObject(refused('account-link-over'));
    expect((await newDesk(host).ask('GET', apiOf(again.path))).body.kind).toBe('invitation');
    expect((await admin.ask('DELETE', `admin/accounts/${account?.id}`)).status).toBe(200);
    expect(await newDesk(host).ask('GET', apiOf(again.path))).toMatchObject(refused('account-link-over'));
  });

  test('hands on the role, and may then lose it', async () => {
    const host = await startHost();
    const admin = await newAdmin(host);
    const ines = await newInstructor(host, admin, 'ines@example.org');
    const own = (await admin.ask('GET', 'instructor')).body.account?.id;
    await admin.ask('PATCH', `admin/accounts/${ines.id}`, { role: 'admin' });
    expect((await ines.ask('PATCH', `admin/accounts/${own}`, { role: 'instructor' })).status).toBe(200);
    expect(await admin.ask('GET', 'admin/accounts')).toMatchObject(refused('not-an-admin'));
  });

  test('disables an account: its sessions and links end, and it is told why', async () => {
    const host = await startHost();
    const admin = await newAdmin(host);
    const ines = await newInstructor(host, admin, 'ines@example.org');
    const guest = await newGuest(host);
    const { socket } = await openLink(host, { ...guest, cookie: `${guest.cookie}; ${ines.cookie()}` });
    const ended = new Promise((resolve) => socket.once('disconnect', resolve));
    await admin.ask('PATCH', `admin/accounts/${ines.id}`, { disabled: true });
    await ended;
    expect(await ines.ask('GET', 'instructor')).toMatchObject(refused('not-an-instructor'));
    const signIn = () => ines.ask('POST', 'auth/sign-in', { email: 'ines@example.org', password: PASSWORD });
    expect(await signIn()).toMatchObject(refused('account-disabled'));
    expect(await admin.ask('POST', `admin/accounts/${ines.id}/link`)).toMatchObject(refused('account-disabled'));
    await admin.ask('PATCH', `admin/accounts/${ines.id}`, { disabled: false });
    expect((await signIn()).status).toBe(200);
  });

  test('makes a link for a new password: with its use all sessions and links of the account end', async () => {
    const host = await startHost();
    const admin = await newAdmin(host);
    const ines = await newInstructor(host, admin, 'ines@example.org');
    const guest = await newGuest(host);
    const { socket } = await openLink(host, { ...guest, cookie: `${guest.cookie}; ${ines.cookie()}` });
    const ended = new Promise((resolve) => socket.once('disconnect', resolve));
    const { path } = (await admin.ask('POST', `admin/accounts/${ines.id}/link`)).body;
    const phone = newDesk(host);
    expect((await phone.ask('GET', apiOf(path))).body).toEqual({ kind: 'reset', email: 'ines@example.org' });
    expect((await ines.ask('GET', 'instructor')).status).toBe(200);
    expect((await phone.ask('POST', apiOf(path), { password: 'battery staple' })).status).toBe(200);
    await ended;
    expect(await ines.ask('GET', 'instructor')).toMatchObject(refused('not-an-instructor'));
    expect((await phone.ask('GET', 'instructor')).body.account?.name).toBe('Ines');
  });
});

describe('what lies on the disk', () => {
  test('a key that its owner alone may read, and no secret of a link or a password', async () => {
    const folder = temporaryFolder();
    const host = await startHost({}, folder);
    const path = await host.setUpPath();
    expect(statSync(join(folder, 'instructors.key')).mode & 0o777).toBe(0o600);
    await newDesk(host).ask('POST', apiOf(path), ADMIN);
    const stored = readFileSync(join(folder, 'last-ack.db-wal'), 'latin1');
    expect(stored).toContain(ADMIN.email);
    for (const secret of [path?.split('/').at(-1) ?? '', PASSWORD]) expect(stored).not.toContain(secret);
  });

  test('with another key everybody signs in again', async () => {
    const folder = temporaryFolder();
    const host = await startHost({}, folder);
    const signedIn = { cookie: (await newAdmin(host)).cookie() };
    await host.stop();
    rmSync(join(folder, 'instructors.key'));
    const desk = newDesk(await startHost({}, folder));
    expect(await desk.ask('GET', 'instructor', undefined, signedIn)).toMatchObject(refused('not-an-instructor'));
    expect((await desk.ask('POST', 'auth/sign-in', right)).status).toBe(200);
  });
});
