import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { describe, expect, test } from 'vitest';
import { runHost, startHost } from './host.ts';

describe('a start that cannot succeed ends with one sentence and status 1', () => {
  test('a bad setting', async () => {
    const exit = await runHost({ PORT: '70000' });
    expect(exit).toMatchObject({ code: 1, said: 'Last ACK did not start. PORT must be a whole number from 0 to 65535; it is "70000".\n' });
  });

  test('a port in use', async () => {
    const host = await startHost();
    const { port } = new URL(host.url);
    const exit = await runHost({ PORT: port, DATA_DIR: mkdtempSync(join(tmpdir(), 'last-ack-')) });
    expect(exit.code).toBe(1);
    expect(exit.said).toContain(`Last ACK did not start. Port ${port} is in use: stop what runs there, or start with another PORT.\n`);
    await host.dispose();
  });

  test('a data folder that cannot be written', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'last-ack-')), 'file');
    writeFileSync(file, '');
    const exit = await runHost({ DATA_DIR: file });
    expect(exit.code).toBe(1);
    expect(exit.said).toMatch(/^Last ACK did not start\. DATA_DIR must be a folder that can be written; it is .*\n$/);
  });

  test('data of a newer version', async () => {
    const { default: Sqlite } = await import('better-sqlite3');
    const host = await startHost();
    await host.kill('SIGTERM');
    const file = new Sqlite(join(host.dataDir, 'last-ack.db'));
    file.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)').run('from the future', Date.UTC(2100, 0));
    file.close();
    const exit = await runHost({ DATA_DIR: host.dataDir });
    expect(exit.code).toBe(1);
    expect(exit.said).toMatch(/^Last ACK did not start\. The data in .* was written by a newer version of Last ACK .*\n$/);
    await host.dispose();
  });
});

describe('a host', () => {
  test('says where it is reached and where the data lies', async () => {
    const host = await startHost();
    expect(host.said()).toContain(`Last ACK is ready at ${host.url}\n`);
    expect(host.said()).toContain(host.dataDir);
    expect(existsSync(join(host.dataDir, 'last-ack.db'))).toBe(true);
    await host.dispose();
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('ends with 0 at %s, and starts again on its data', async (signal) => {
    const host = await startHost();
    expect(await host.kill(signal)).toMatchObject({ code: 0, signal: null });
    await host.restart();
    expect((await fetch(`${host.url}/api/nothing`)).status).toBe(404);
    await host.dispose();
  });

  test('answers what it does not know: JSON under /api, a page elsewhere', async () => {
    const host = await startHost();
    const api = await fetch(`${host.url}/api/nothing`);
    expect([api.status, await api.json()]).toEqual([404, { fault: 'not-found' }]);
    const page = await fetch(`${host.url}/nothing`, { headers: { 'accept-language': 'zh-CN' } });
    expect(page.status).toBe(404);
    expect(await page.text()).toContain('<html lang="zh-CN"');
    await host.dispose();
  });

  test('takes a link by WebSocket only, also after a page was asked for', async () => {
    const host = await startHost();
    expect((await fetch(host.url)).status).toBe(200);
    const session = await fetch(`${host.url}/api/session`, { method: 'POST' });
    const cookie = session.headers.getSetCookie().map((one) => one.split(';')[0]);
    const link = io(host.url, { transports: ['websocket'], extraHeaders: { cookie: cookie.join('; ') } });
    await new Promise((resolve, reject) => link.once('connect', () => resolve(null)).once('connect_error', reject));
    // Next would end the upgrade a moment later.
    expect(await link.timeout(5_000).emitWithAck('command', { type: 'nonsense' })).toEqual({ ok: false, fault: 'unknown-command' });
    link.disconnect();
    await host.dispose();
  });
});
