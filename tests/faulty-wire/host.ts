/** The host as it runs, but for its pages, in this process: its clock can be set, and what it has stored can be read beside it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pino } from 'pino';
import { type Database, openDatabase } from '#db/open.ts';
import { createMatchStore } from '#db/sqlite-match-store.ts';
import type { MatchStore } from '#db/match-store.ts';
import { createHost } from '#server/host.ts';
import { createHttpServer, listen } from '#server/http.ts';
import { readSettings } from '#server/settings.ts';

export type RunningHost = {
  readonly url: string;
  readonly database: Database;
  readonly store: MatchStore;
  /** What it has logged as an error, which is none. */
  readonly errors: readonly string[];
  readonly setUpPath: () => Promise<string | null>;
  stop(): Promise<void>;
};

export async function startHost(environment: Readonly<Record<string, string>>): Promise<RunningHost> {
  const folder = mkdtempSync(join(tmpdir(), 'last-ack-links-'));
  const read = readSettings({ ...environment, DATA_DIR: folder });
  if (!read.ok) throw new Error(read.sentence);
  const opened = openDatabase(join(folder, 'last-ack.db'), resolve('db/migrations'));
  if (!opened.ok) throw new Error(opened.detail);
  const errors: string[] = [];
  const host = createHost(opened.database, read.settings, pino({ level: 'error' }, { write: (line: string) => void errors.push(line) }));
  const server = createHttpServer(host.api, {
    answer: (_, response) => void response.writeHead(404).end(),
    upgrade: (_, socket) => void socket.destroy(),
    letGo: () => {},
    close: async () => {},
  });
  const listening = await listen(server, '127.0.0.1', 0);
  if (!listening.ok) throw new Error(listening.sentence);
  await host.attach(server);
  return {
    url: `http://127.0.0.1:${listening.port}`,
    database: opened.database,
    store: createMatchStore(opened.database),
    errors,
    setUpPath: host.setUpPath,
    async stop() {
      await host.close();
      server.closeAllConnections();
      opened.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
