/** `npm run -s instructor`: what it prints, and that its links are good on the host that runs. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { startHost } from './links/host.ts';
import { ADMIN, apiOf, newAdmin, newDesk, PASSWORD } from './links/instructor.ts';
import { temporaryFolder } from './temporary.ts';

function instructor(dataDir: string, ...args: readonly string[]) {
  const env = { ...process.env, DATA_DIR: dataDir, PORT: '4321', HOST: '127.0.0.1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/instructor.ts', ...args], {
    encoding: 'utf8',
    env,
  });
  return { status, stdout, stderr, link: /http:\/\/127\.0\.0\.1:4321(\/account-link\/\S+)/.exec(stdout)?.[1] };
}

test('invites and resets beside a host that runs, and lists', async () => {
  const folder = temporaryFolder();
  const host = await startHost({}, folder);
  const admin = await newAdmin(host);
  const invited = instructor(folder, 'invite', 'Ines@example.org');
  expect(invited).toMatchObject({ status: 0, stderr: '' });
  expect((await newDesk(host).ask('GET', apiOf(invited.link))).body).toEqual({ kind: 'invitation', email: 'ines@example.org' });
  const reset = instructor(folder, 'reset', ADMIN.email);
  expect((await newDesk(host).ask('POST', apiOf(reset.link), { password: `new ${PASSWORD}` })).status).toBe(200);
  expect((await admin.ask('GET', 'instructor')).status).toBe(401);
  expect(instructor(folder, 'list').stdout).toBe(`${ADMIN.email}\tadmin\tactive\t${ADMIN.name}\nines@example.org\tinstructor\tinvited\n`);
});

test('says what is wrong, and changes nothing', () => {
  const folder = temporaryFolder();
  const cases = [
    [['invite', 'ines'], 'That is not an e-mail address.\n'],
    [['reset', 'nobody@example.org'], 'There is no such account.\n'],
    [['invite', 'ines@example.org', '--boss'], expect.stringContaining('EMAIL [--admin]')],
    [[], expect.stringContaining('EMAIL [--admin]')],
  ] as const;
  for (const [args, stderr] of cases) expect(instructor(folder, ...args)).toMatchObject({ status: 1, stdout: '', stderr });
  expect(instructor(folder, 'list')).toMatchObject({ status: 0, stdout: '' });
});
