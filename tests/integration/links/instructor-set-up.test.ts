/** The first account, and what of accounts lies on the disk. */
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createAccountLinkStore } from '#db/account-links.ts';
import { accountLinks } from '#db/instructor-schema.ts';
import { FAULTS, type Fault } from '#protocol/faults.ts';
import { createAccountLinks } from '#server/instructors/account-links.ts';
import { temporaryFolder } from '../temporary.ts';
import { startHost } from './host.ts';
import { ADMIN, apiOf, newAdmin, newDesk, PASSWORD } from './instructor.ts';

const refused = (fault: Fault) => ({ status: FAULTS[fault], body: { fault } });

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

  test('is there until there is an administrator, be there instructors', async () => {
    const host = await startHost();
    const store = createAccountLinkStore(host.database, Date.now);
    const links = createAccountLinks(store, Date.now);
    const invited = await links.invite('ines@example.org', 'instructor');
    if (!invited.ok) throw new Error(invited.fault);
    expect((await newDesk(host).ask('POST', apiOf(invited.path), { name: 'Ines', password: PASSWORD })).status).toBe(200);
    const path = apiOf(await host.setUpPath());
    expect(await newDesk(host).ask('POST', path, { ...ADMIN, email: 'ines@example.org' })).toMatchObject(refused('email-taken'));
    expect((await newDesk(host).ask('POST', path, ADMIN)).status).toBe(200);
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
    expect((await desk.ask('POST', 'auth/sign-in', { email: ADMIN.email, password: PASSWORD })).status).toBe(200);
  });
});
