/** `npm run fuzz:host`, in its short form: a few thousand messages, the same each time. docs/fuzzing.md says what is held. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
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

test('a body that ends in its middle is nothing for the log', async () => {
  const host = await startHost();
  const { port } = new URL(host.url);
  const { cookie } = await newGuest(host);
  const socket = connect(Number(port), '127.0.0.1');
  const head = ['PATCH /api/me HTTP/1.1', 'Host: x', `Cookie: ${cookie}`, 'Transfer-Encoding: chunked', 'Expect: 100-continue', '', ''];
  socket.write(head.join('\r\n'));
  // The host has begun with it.
  await once(socket, 'data');
  socket.write('5\r\n{"nam');
  socket.end();
  await once(socket, 'close');
});
