/** Signing in and out on the host as it runs: doors, cookies, links, and what is left after a restart. */
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { allowances, instructorSessions } from '#db/instructor-schema.ts';
import { FAULTS, type Fault } from '#protocol/faults.ts';
import { temporaryFolder } from '../temporary.ts';
import { startHost } from './host.ts';
import { ADMIN, newAdmin, newDesk, newInstructor, PASSWORD } from './instructor.ts';
import { newGuest, openLink } from './player.ts';

const refused = (fault: Fault) => ({ status: FAULTS[fault], body: { fault } });
const daysFromNow = (days: number) => new Date(Date.now() + days * 86_400_000);
const wrong = { email: ADMIN.email, password: 'incorrect horse' };
const right = { email: ADMIN.email, password: PASSWORD };

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
    const host = await startHost({ TRUST_PROXY: '127.0.0.1' });
    await newAdmin(host);
    const plain = await newDesk(host).ask('POST', 'auth/sign-in', right);
    expect(plain.set).toEqual([
      expect.stringMatching(/^last_ack_instructor=.+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/),
      expect.stringMatching(/^last_ack_device=.+; Max-Age=34560000; Path=\/api; HttpOnly; SameSite=Lax$/),
    ]);
    const behindProxy = await newDesk(host).ask('POST', 'auth/sign-in', right, { 'x-forwarded-proto': 'https' });
    expect(behindProxy.set.map((one) => one.includes('; Secure'))).toEqual([true, true]);
  });

  test('lasts 30 days from the last visit', async () => {
    const host = await startHost();
    const admin = await newAdmin(host);
    const { orm, write } = host.database;
    const endsIn = (days: number) =>
      write(
        () =>
          void orm
            .update(instructorSessions)
            .set({ expiresAt: daysFromNow(days) })
            .run(),
      );
    expect((await admin.ask('GET', 'instructor')).set).toEqual([]);
    await endsIn(1);
    expect((await admin.ask('GET', 'instructor')).set).toEqual([expect.stringContaining('Max-Age=2592000')]);
    expect(orm.select().from(instructorSessions).get()?.expiresAt.getTime()).toBeGreaterThan(daysFromNow(29).getTime());
    await endsIn(-1);
    expect(await admin.ask('GET', 'instructor')).toMatchObject(refused('not-an-instructor'));
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

  test('of somebody who guesses from everywhere keep out strangers, and not the browser that has signed in before', async () => {
    const host = await startHost({ TRUST_PROXY: '1' });
    await newAdmin(host);
    const from = (address: string, cookie = '') => ({ 'x-forwarded-for': address, cookie });
    const signIn = async (typed: object, headers: Record<string, string>) =>
      (await newDesk(host).ask('POST', 'auth/sign-in', typed, headers)).status;
    const first = await newDesk(host).ask('POST', 'auth/sign-in', right, from('203.0.113.1'));
    const device = first.set[1]?.split(';')[0] ?? '';
    /** As after many wrong tries, each of which takes a while. */
    const spend = (key: string) =>
      host.database.write(
        () =>
          void host.database.orm
            .insert(allowances)
            .values({ key, fullAt: Date.now() + 3_600_000 })
            .run(),
      );

    await spend(`sign-in-pair:${ADMIN.email} 203.0.113.1`);
    expect(await signIn(right, from('203.0.113.1')), 'a stranger where the guesser is').toBe(429);
    expect(await signIn(right, from('203.0.113.9')), 'a stranger elsewhere').toBe(200);
    expect(await signIn(right, from('203.0.113.1', device)), 'who has been there before').toBe(200);

    await spend(`sign-in-email:${ADMIN.email}`);
    await spend('sign-in-address:203.0.113.1');
    expect(await signIn(right, from('203.0.113.9')), 'a stranger elsewhere').toBe(429);
    expect(await signIn(right, from('203.0.113.1', device)), 'who has been there before').toBe(200);
    expect(await signIn(right, from('203.0.113.1', `${device}x`)), 'a cookie that is forged').toBe(429);
    expect(await signIn({ ...right, email: 'somebody@example.org' }, from('203.0.113.1', device)), 'the cookie is for one account').toBe(
      429,
    );

    await spend(`sign-in-device:${device.slice('last_ack_device='.length).split('.')[0]}`);
    expect(await signIn(right, from('203.0.113.9', device)), 'its tries have an end, too').toBe(429);
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

test('what cannot be saved is said, and has not happened', async () => {
  const said: string[] = [];
  const host = await startHost({ LOG_LEVEL: 'warn' }, temporaryFolder(), said);
  const admin = await newAdmin(host);
  const disk = host.database.orm as unknown as { $client: { pragma(text: string): unknown } };
  disk.$client.pragma('query_only = ON');
  expect(await newDesk(host).ask('POST', 'auth/sign-in', right)).toMatchObject(refused('not-saved'));
  expect(await admin.ask('POST', 'auth/sign-out')).toMatchObject(refused('not-saved'));
  disk.$client.pragma('query_only = OFF');
  expect((await admin.ask('GET', 'instructor')).status).toBe(200);
  // Once for both: the disk is at fault, and a full one is no reason to fill the log.
  expect(said.filter((line) => line.includes('not-saved')).map((line) => JSON.parse(line))).toMatchObject([
    { level: 'warn', code: 'SQLITE_READONLY' },
  ]);
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
