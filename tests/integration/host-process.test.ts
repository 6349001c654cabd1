/** The host as a process of its own, without pages: how it stops, and what a full disk does to its log. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { createHostProcess, type HostProcess } from '../../bench/torture/host-process.ts';
import { within } from '../../bench/torture/within.ts';
import { bundleHost } from '../../scripts/bundle.mjs';
import { temporaryFolder } from './temporary.ts';

const FOLDER = '.build/host-process';
beforeAll(() => bundleHost(FOLDER));

async function startedHost(): Promise<HostProcess> {
  const host = createHostProcess(temporaryFolder(), 0, {}, join(FOLDER, 'host.js'));
  onTestFinished(async () => void (await host.kill('SIGKILL')));
  await host.start();
  return host;
}

/** Says so much of a request, and nothing more. */
async function slowClient({ url }: HostProcess, said: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  socket.write(said);
}

async function newCookie({ url }: HostProcess): Promise<string> {
  const session = await fetch(`${url}/api/session`, { method: 'POST' });
  return session.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

test('SIGTERM ends it with 0 within ten seconds, whoever hangs on to it, and everybody with a link is told', {
  timeout: 60_000,
}, async () => {
  const host = await startedHost();
  const cookie = await newCookie(host);
  await slowClient(host, 'GET /api/me HTTP/1.1\r\nHost: x\r\nX-Slow: ');
  await slowClient(host, 'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{');
  await slowClient(host, 'GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: x\r\n\r\n');
  const links = Array.from({ length: 20 }, () => {
    const link = io(host.url, { transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: { cookie } });
    onTestFinished(() => void link.close());
    return link;
  });
  await Promise.all(links.map((link) => once(link as never, 'connect')));
  const told = Promise.all(links.map((link) => once(link as never, 'shutting-down')));
  const exit = await within(10_000, host.kill('SIGTERM'), 'it runs still');
  await told;
  expect(exit).toEqual({ code: 0, signal: null });
  await host.start();
  expect((await fetch(`${host.url}/api/me`, { headers: { cookie } })).status).toBe(200);
});

test.skipIf(!existsSync('/dev/full'))('a log that finds no room neither ends it nor holds it up', { timeout: 60_000 }, async () => {
  const log = openSync('/dev/full', 'w');
  const port = await freePort();
  const env = { ...process.env, NODE_ENV: 'production' as const, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: temporaryFolder() };
  const child = spawn(process.execPath, [join(FOLDER, 'host.js')], { env, stdio: ['ignore', log, 'ignore'] });
  closeSync(log);
  const gone = once(child, 'close');
  onTestFinished(() => void child.kill('SIGKILL'));
  const answered = async () => (await fetch(`http://127.0.0.1:${port}/api/session`, { method: 'POST' }).catch(() => null))?.status;
  while ((await answered()) !== 200 && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await answered()).toBe(200);
  child.kill('SIGTERM');
  expect(await gone).toEqual([0, null]);
});
