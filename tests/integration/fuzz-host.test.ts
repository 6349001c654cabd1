/** `npm run fuzz:host`, in its short form: a few thousand messages, the same each time. docs/fuzzing.md says what is held. */
import { execFile } from 'node:child_process';
import { expect, test } from 'vitest';
import { frame } from '../fuzz/frames.ts';
import { openRawLink } from '../fuzz/link.ts';
import { startHost } from './links/host.ts';
import { newGuest } from './links/player.ts';

test('everything holds under generated messages', { timeout: 240_000 }, async () => {
  const said = await new Promise<string>((resolve) => {
    const command = ['scripts/fuzz-host.mjs', '--messages', '2000', '--seed', '1'];
    execFile(process.execPath, command, { maxBuffer: 2 ** 24 }, (_, stdout, stderr) => resolve(stdout + stderr));
  });
  expect(said.trimEnd().split('\n').at(-1), said).toBe('everything held');
});

test('what comes right behind a leave-taking from the namespace is not left open: the link ends', async () => {
  const host = await startHost();
  const { cookie } = await newGuest(host);
  const link = await openRawLink(Number(new URL(host.url).port), cookie, 1, { event: () => {} });
  if (typeof link === 'string') throw new Error(link);
  link.write(frame('41'));
  expect(await link.command('{"type":"queue-leave","id":"behind-it"}')).toMatch(/^closed:/);
});
