/** The host in a process of its own, without pages, with a fresh database: what `npm run bench:class` measures. Its parent asks by IPC. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { openDatabase } from '#db/open.ts';
import { createHost } from '#server/host.ts';
import { createHttpServer, listen } from '#server/http.ts';
import { readSettings } from '#server/settings.ts';
import type { HostReport, Kept } from './report.ts';

const folder = mkdtempSync(join(tmpdir(), 'last-ack-class-'));
const read = readSettings({ DATA_DIR: folder, VERDICT_SECONDS: '8' });
if (!read.ok) throw new Error(read.sentence);
const opened = openDatabase(join(folder, 'last-ack.db'), resolve('db/migrations'));
if (!opened.ok) throw new Error(opened.detail);
const { orm } = opened.database;

let logged = 0;
const log = pino({ level: 'warn' }, { write: note });
const host = createHost(opened.database, read.settings, log);
const server = createHttpServer(host.api, {
  answer: (_, response) => void response.writeHead(404).end(),
  upgrade: (_, socket) => void socket.destroy(),
  letGo: () => {},
  close: async () => {},
});
const listening = await listen(server, '127.0.0.1', 0);
if (!listening.ok) throw new Error(listening.sentence);
await host.attach(server);

const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();
let most = 0;
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss());
}, 250);
let cpu = process.cpuUsage();

function note(line: string): void {
  logged += 1;
  process.stderr.write(line);
}

process.on('message', (question) => {
  if (question === 'report') process.send?.({ type: 'report', ...reportNow() });
  if (question === 'stop') void stop();
});

/** Since the report before. */
function reportNow(): HostReport {
  const { user, system } = process.cpuUsage(cpu);
  const report = {
    cpuMs: (user + system) / 1_000,
    rssMiB: Math.max(most, process.memoryUsage.rss()) / 2 ** 20,
    loopP99Ms: delay.percentile(99) / 1e6,
    loopMaxMs: delay.max / 1e6,
    logged,
    kept: kept(),
  };
  cpu = process.cpuUsage();
  most = 0;
  delay.reset();
  return report;
}

function kept(): Kept {
  const count = (what: ReturnType<typeof sql>) => orm.get<{ n: number }>(what).n;
  return {
    entrants: count(sql`SELECT count(*) AS n FROM entrants`),
    openMatches: count(sql`SELECT count(*) AS n FROM matches WHERE phase = 'open'`),
    matches: count(sql`SELECT count(*) AS n FROM matches`),
    results: count(sql`SELECT count(*) AS n FROM results`),
    answers: count(
      sql`SELECT count(*) AS n FROM moves WHERE json_extract(entry, '$.type') = 'sealed' AND json_extract(entry, '$.by') = 'player'`,
    ),
    judged: count(sql`SELECT count(*) AS n FROM judged_moves WHERE answered_by = 'player'`),
  };
}

process.once('disconnect', () => void stop());

async function stop(): Promise<void> {
  clearInterval(watch);
  await host.close();
  server.closeAllConnections();
  if (opened.ok) opened.close();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}

process.send?.({ type: 'ready', url: `http://127.0.0.1:${listening.port}`, setUp: await host.setUpPath() });
