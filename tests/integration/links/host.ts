/** The host as it runs, but for its pages: HTTP, links, matches and SQLite, on a free port of 127.0.0.1. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { openDatabase, type Database } from '#db/open.ts';
import { createMatchStore } from '#db/sqlite-match-store.ts';
import type { MatchStore } from '#db/match-store.ts';
import { createHost } from '#server/host.ts';
import { createLog } from '#server/operations/log.ts';
import { createHttpServer, listen } from '#server/http.ts';
import { readSettings } from '#server/settings.ts';
import { temporaryFolder } from '../temporary.ts';

export type TestHost = {
  readonly url: string;
  readonly database: Database;
  /** Reads what the host has stored. */
  readonly store: MatchStore;
  readonly setUpPath: () => Promise<string | null>;
  /** Every route of the API, as it is written there. */
  readonly routes: readonly { readonly method: string; readonly path: string }[];
  stop(): Promise<void>;
  /** A folder with what `kill -9` would leave on the disk now. */
  diskNow(): string;
};

/** Nothing but players brings a match on, unless a test asks for it. */
const PATIENT = { VERDICT_SECONDS: '300', GRACE_SECONDS: '300', LEAVE_GRACE_SECONDS: '300', BOT_THINK_MS: '0', TURN_SECONDS: '300' };

export type Environment = Readonly<Record<string, string>>;

/** A host whose log stays free of errors; `errors` takes them where a test means them to happen, and what else LOG_LEVEL asks for. */
export async function startHost(
  environment: Environment = {},
  folder = temporaryFolder(),
  errors: string[] | null = null,
): Promise<TestHost> {
  const settings = settingsFrom({ ...PATIENT, ...environment, DATA_DIR: folder });
  const opened = openDatabase(join(folder, 'last-ack.db'));
  if (!opened.ok) throw new Error(opened.detail);
  const said: string[] = [];
  const log = createLog(environment.LOG_LEVEL ?? 'error', { write: (line: string) => void (errors ?? said).push(line) });
  const host = createHost(opened.database, settings, log);
  const server = createHttpServer(host.api, NO_PAGES);
  const listening = await listen(server, '127.0.0.1', 0);
  if (!listening.ok) throw new Error(listening.sentence);
  await host.attach(server);

  const stop = once(async () => {
    await host.close();
    server.closeAllConnections();
    opened.close();
  });
  onTestFinished(async () => {
    await stop();
    expect(said, 'what the host logged').toEqual([]);
  });
  return {
    url: `http://127.0.0.1:${listening.port}`,
    database: opened.database,
    store: createMatchStore(opened.database),
    setUpPath: host.setUpPath,
    routes: host.api.routes.filter(({ method }) => method !== 'ALL'),
    stop,
    diskNow: () => copyOf(folder),
  };
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => {
    done ??= work();
    return done;
  };
}

function settingsFrom(environment: Environment) {
  const read = readSettings(environment);
  if (!read.ok) throw new Error(read.sentence);
  return read.settings;
}

const NO_PAGES: Parameters<typeof createHttpServer>[1] = {
  answer: (_, response) => void response.writeHead(404).end(),
  upgrade: (_, socket) => void socket.destroy(),
  letGo: () => {},
  close: async () => {},
};

/** Without the shared memory, which a killed process does not leave in order. */
function copyOf(folder: string): string {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true, filter: (path) => !path.endsWith('-shm') });
  return copy;
}

/** The paths that are read, as the router has them. */
export function pathsRead({ routes }: Pick<TestHost, 'routes'>): readonly string[] {
  return routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
}
