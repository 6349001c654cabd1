/** What whoever runs the host asks of it: whether it lives, whether it is ready, and its figures. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import SqliteFile from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { writeLastBackup } from '#db/last-backup.ts';
import { temporaryFolder } from '../temporary.ts';
import { answers, newDuel } from './duel.ts';
import { startHost, type TestHost } from './host.ts';
import { connect, newPlayer } from './player.ts';

async function ask(host: TestHost, path: string, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(host.url + path, { headers });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

async function metrics(host: TestHost, folder: string): Promise<string> {
  const token = readFileSync(join(folder, 'metrics.token'), 'utf8').trim();
  const { status, text } = await ask(host, '/metrics', { authorization: `Bearer ${token}` });
  expect(status).toBe(200);
  return text;
}

async function figures(host: TestHost, folder: string): Promise<(name: string) => number> {
  const text = await metrics(host, folder);
  const lines = new Map(
    text.split('\n').map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  );
  return (name) => lines.get(name) ?? Number.NaN;
}

describe('/healthz and /readyz', () => {
  test('a host that runs lives and is ready', async () => {
    const host = await startHost();
    expect(await ask(host, '/healthz')).toMatchObject({ status: 200, text: '{"ok":true}' });
    expect(await ask(host, '/readyz')).toMatchObject({ status: 200, text: '{"ok":true}' });
  });

  test('a host that cannot save lives, is not ready, and says why', async () => {
    const folder = temporaryFolder();
    const host = await startHost({}, folder);
    const other = new SqliteFile(join(folder, 'last-ack.db'));
    other.exec('BEGIN IMMEDIATE');
    expect(await ask(host, '/readyz')).toMatchObject({ status: 503, text: '{"ok":false,"reason":"not-saved"}' });
    expect(await ask(host, '/healthz')).toMatchObject({ status: 200 });
    other.close();
  });

  test('what is asked to see whether it saves changes no row', async () => {
    const folder = temporaryFolder();
    const host = await startHost({}, folder);
    const changes = () => host.database.orm.get('SELECT total_changes() AS n');
    const before = changes();
    const log = () => statSync(join(folder, 'last-ack.db-wal')).size;
    const logged = log();
    await ask(host, '/readyz');
    expect(changes()).toEqual(before);
    expect(log()).toBeGreaterThan(logged);
  });
});

describe('/metrics', () => {
  test.each(['', 'Bearer wrong', 'Bearer ', 'Basic Og=='])('tells nothing without the token: "%s"', async (authorization) => {
    const host = await startHost();
    const answer = await ask(host, '/metrics', authorization ? { authorization } : {});
    expect(answer).toMatchObject({ status: 401, text: '' });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  test('the token is in a file that only the user of the host can read, and stays the same', async () => {
    const folder = temporaryFolder();
    const host = await startHost({}, folder);
    const file = join(folder, 'metrics.token');
    const token = readFileSync(file, 'utf8');
    expect(token).toMatch(/^[\w-]{32}\n$/);
    expect(statSync(file).mode & 0o077).toBe(0);
    await host.stop();
    await startHost({}, folder);
    expect(readFileSync(file, 'utf8')).toBe(token);
  });

  test('counts players, matches, moves, commands, faults and requests', async () => {
    const folder = temporaryFolder();
    const host = await startHost({}, folder);
    const { seats } = await newDuel(host);
    await newPlayer(host);
    expect((await answers(host, seats[0])).ok).toBe(true);
    expect(await seats[0].link.say({ type: 'watch', matchId: 'nowhere' })).toEqual({ ok: false, fault: 'no-such-match' });
    await fetch(`${host.url}/api/matches/nowhere`);
    await new Promise((resolve) => connect(host, 'last_ack_session=nobody').once('connect_error', resolve));
    expect(await (await fetch(`${host.url}/api/nowhere/at-all`)).json()).toEqual({ fault: 'not-found' });
    const figure = await figures(host, folder);
    expect(figure('last_ack_links')).toBe(3);
    expect(figure('last_ack_players')).toBe(3);
    expect(figure('last_ack_matches{phase="asking"}')).toBe(1);
    expect(figure('last_ack_contests{phase="round"}')).toBe(0);
    expect(figure('last_ack_moves_total{by="player"}')).toBe(1);
    expect(figure('last_ack_commands_total{type="watch",answer="accepted"}')).toBe(2);
    expect(figure('last_ack_command_seconds_count{type="watch"}')).toBe(3);
    expect(figure('last_ack_commands_total{type="watch",answer="refused"}')).toBe(1);
    expect(figure('last_ack_faults_total{fault="no-such-match"}')).toBe(2);
    expect(figure('last_ack_http_requests_total{route="/api/matches/:id",status="4xx"}')).toBe(1);
    expect(figure('last_ack_http_requests_total{route="/api/*",status="4xx"}')).toBe(1);
    expect(figure('last_ack_faults_total{fault="not-found"}')).toBe(1);
    expect(figure('last_ack_faults_total{fault="not-signed-in"}')).toBe(1);
    expect(figure('last_ack_http_requests_total{route="/api/session",status="2xx"}')).toBe(3);
  });

  test('tells of the store, the machine and what runs', async () => {
    const folder = temporaryFolder();
    const host = await startHost({}, folder);
    await newPlayer(host);
    writeLastBackup(folder, { at: 1_700_000_000_000, path: '/backups/copy.db', octets: 4_096 });
    const figure = await figures(host, folder);
    expect(figure('last_ack_commit_writes_count')).toBeGreaterThan(0);
    expect(figure('last_ack_commit_seconds_count')).toBe(figure('last_ack_commit_writes_count'));
    expect(figure('last_ack_database_bytes{file="database"}')).toBe(statSync(join(folder, 'last-ack.db')).size);
    expect(figure('last_ack_database_bytes{file="log"}')).toBe(statSync(join(folder, 'last-ack.db-wal')).size);
    expect(figure('last_ack_disk_free_bytes')).toBeGreaterThan(0);
    expect(figure('last_ack_last_backup_timestamp_seconds')).toBe(1_700_000_000);
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(figure(`last_ack_build_info{version="${version}",build="sources",node="${process.versions.node}"}`)).toBe(1);
    expect(figure('process_open_fds')).toBeGreaterThan(0);
    expect(figure('process_max_fds')).toBeGreaterThan(0);
    expect(figure('process_cpu_seconds_total')).toBeGreaterThan(0);
    expect(figure('nodejs_eventloop_lag_max_seconds')).toBeGreaterThanOrEqual(0);
  });

  test('has every figure that the documents name', async () => {
    const folder = temporaryFolder();
    const text = await metrics(await startHost({}, folder), folder);
    const documents = ['docs/deployment.md', 'docs/runbook.md'].map((file) => readFileSync(file, 'utf8')).join();
    const named = new Set(documents.match(/\b(?:last_ack|process|nodejs)_[a-z0-9_]+(?!\w*\()/g));
    expect(named.size).toBeGreaterThan(20);
    expect([...named].filter((name) => !text.includes(`# TYPE ${name} `))).toEqual([]);
  });

  test('a write that the disk refuses is counted', async () => {
    const folder = temporaryFolder();
    const host = await startHost({}, folder);
    host.database.orm.run('PRAGMA query_only = ON');
    expect((await fetch(`${host.url}/api/session`, { method: 'POST' })).status).toBe(503);
    host.database.orm.run('PRAGMA query_only = OFF');
    expect((await figures(host, folder))('last_ack_store_failures_total{code="SQLITE_READONLY"}')).toBe(1);
  });
});
