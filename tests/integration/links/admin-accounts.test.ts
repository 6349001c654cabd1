/** What an administrator does with accounts, on the host as it runs. */
import { describe, expect, test } from 'vitest';
import { FAULTS, type Fault } from '#protocol/faults.ts';
import { startHost } from './host.ts';
import { ADMIN, apiOf, newAdmin, newDesk, newInstructor, PASSWORD } from './instructor.ts';
import { newGuest, openLink } from './player.ts';

const refused = (fault: Fault) => ({ status: FAULTS[fault], body: { fault } });

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
