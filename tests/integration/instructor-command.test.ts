/** `npm run -s instructor`: what it prints, and that its links are good on the host that runs. */
import { execFile } from 'node:child_process';
import { expect, test } from 'vitest';
import { startHost } from './links/host.ts';
import { ADMIN, apiOf, newAdmin, newDesk, PASSWORD } from './links/instructor.ts';
import { temporaryFolder } from './temporary.ts';

type Said = { readonly status: unknown; readonly stdout: string; readonly stderr: string; readonly link: string | undefined };

/** Beside the host, which goes on in this process. */
function instructor(dataDir: string, ...args: readonly string[]): Promise<Said> {
  const env = { ...process.env, DATA_DIR: dataDir, PORT: '4321', HOST: '127.0.0.1' };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'scripts/instructor.ts', ...args], { env }, (error, stdout, stderr) => {
      const link = /http:\/\/127\.0\.0\.1:4321(\/account-link\/\S+)/.exec(stdout)?.[1];
      resolve({ status: error?.code ?? 0, stdout, stderr, link });
    });
  });
}

test('invites and resets beside a host that runs, and lists', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder();
  const host = await startHost({}, folder);
  const admin = await newAdmin(host);
  const invited = await instructor(folder, 'invite', 'Ines@example.org');
  expect(invited).toMatchObject({ status: 0, stderr: '' });
  expect((await newDesk(host).ask('GET', apiOf(invited.link))).body).toEqual({ kind: 'invitation', email: 'ines@example.org' });
  const reset = await instructor(folder, 'reset', ADMIN.email);
  expect((await newDesk(host).ask('POST', apiOf(reset.link), { password: `new ${PASSWORD}` })).status).toBe(200);
  expect((await admin.ask('GET', 'instructor')).status).toBe(401);
  const listed = `${ADMIN.email}\tadmin\tactive\t${ADMIN.name}\nines@example.org\tinstructor\tinvited\n`;
  expect((await instructor(folder, 'list')).stdout).toBe(listed);
});

test('says what is wrong, and changes nothing', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder();
  const usage = expect.stringContaining('EMAIL [--admin]');
  const cases = [
    [['invite', 'ines'], 'That is not an e-mail address.\n'],
    [['reset', 'nobody@example.org'], 'There is no such account.\n'],
    [['invite', 'ines@example.org', '--boss'], usage],
    [[], usage],
  ] as const;
  const said = await Promise.all(cases.map(([args]) => instructor(folder, ...args)));
  expect(said).toMatchObject(cases.map(([, stderr]) => ({ status: 1, stdout: '', stderr })));
  expect(await instructor(folder, 'list')).toMatchObject({ status: 0, stdout: '' });
});
