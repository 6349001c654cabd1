/**
 * The host in a process of its own, without pages: what is measured by `npm run bench`, `bench:class` and `bench:growth`. DATA_DIR: a
 * database that is there; without it a fresh one, on the disk, which is removed in the end.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { openDatabase } from '#db/open.ts';
import { collectSeldom } from '#server/garbage.ts';
import { createHost } from '#server/host.ts';
import { createHttpServer, listen } from '#server/http.ts';
import { readSettings } from '#server/settings.ts';
import { answerParent } from './answering.ts';
import { createProfiler } from './profile.ts';

/** Nobody in a bench stops to think, and the host counts each message against its sender all the same. */
const WITHOUT_THINKING = { messages: 1_000_000, messagesPerSecond: 1_000_000 };

collectSeldom();
const fresh = process.env.DATA_DIR === undefined ? mkdtempSync(join(tmpdir(), 'last-ack-bench-')) : null;
const folder = fresh ?? process.env.DATA_DIR ?? '';
// A verdict that went by itself would leave a `ready` that says nothing, and adds nothing: then what is stored could not be counted.
const read = readSettings({ DATA_DIR: folder, VERDICT_SECONDS: '300' });
if (!read.ok) throw new Error(read.sentence);
const opened = openDatabase(join(folder, 'last-ack.db'), resolve('db/migrations'));
if (!opened.ok) throw new Error(opened.detail);
const { orm } = opened.database;

let logged = 0;
const log = pino({ level: 'warn' }, { write: note });
const host = createHost(opened.database, read.settings, log, WITHOUT_THINKING);
const server = createHttpServer(host.api, {
  answer: (_, response) => void response.writeHead(404).end(),
  upgrade: (_, socket) => void socket.destroy(),
  letGo: () => {},
  close: async () => {},
});
const listening = await listen(server, '127.0.0.1', Number(process.env.PORT ?? 0));
if (!listening.ok) throw new Error(listening.sentence);
await host.attach(server);

/** That the event loop was late is what a bench measures, and where others use the machine it says nothing of the host. */
function note(line: string): void {
  if (JSON.parse(line).warning === 'blocked') return;
  logged += 1;
  process.stderr.write(line);
}

/** What the database holds, and what the log does. */
export type Kept = {
  readonly entrants: number;
  readonly matches: number;
  readonly openMatches: number;
  readonly results: number;
  /** Sealed by people, and moves of people that were judged. */
  readonly answers: number;
  readonly judged: number;
  /** Commands of people that brought a match further. */
  readonly commands: number;
  /** Warnings and errors so far. */
  readonly logged: number;
};

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
    commands: count(sql`SELECT count(*) AS n FROM moves WHERE command_id IS NOT NULL`),
    logged,
  };
}

async function stop(): Promise<void> {
  await host.close();
  server.closeAllConnections();
  if (opened.ok) opened.close();
  if (fresh !== null) rmSync(fresh, { recursive: true, force: true });
}

const ready = { url: `http://127.0.0.1:${listening.port}`, setUp: await host.setUpPath() };
answerParent(ready, { kept, ...createProfiler() }, stop);
