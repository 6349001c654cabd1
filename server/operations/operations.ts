/** What whoever runs the host has of it, put together in one place: `/healthz`, `/readyz`, `/metrics`, and the log. */
import { statfsSync, statSync } from 'node:fs';
import type { Server } from 'node:http';
import { dirname } from 'node:path';
import type { Hono } from 'hono';
import type { Logger } from 'pino';
import { canSave } from '#db/can-save.ts';
import { readLastBackup } from '#db/last-backup.ts';
import type { Database } from '#db/open.ts';
import { readFileSizes } from '#db/sizes.ts';
import type { Callers } from '../caller.ts';
import { readBuild } from './build.ts';
import { type CommandAnswered, watchCommands } from './commands.ts';
import { createMetrics, type Figures, type Metrics } from './metrics.ts';
import { createReadiness, type Readiness } from './readiness.ts';
import { attendRequests } from './requests.ts';
import { operationsRoutes } from './routes.ts';
import { readToken } from './token.ts';
import { createWatch, type Watch } from './watch.ts';

export type Operations = {
  readonly routes: Hono;
  readonly readiness: Readiness;
  readonly entryStored: Metrics['entryStored'];
  readonly linkRefused: Metrics['linkRefused'];
  readonly commandAnswered: CommandAnswered;
  /** Before anything else hears of requests. */
  readonly attend: (server: Server) => void;
  readonly lookNow: Watch['look'];
  readonly close: () => void;
};

export type OperationsNeeds = {
  readonly database: Database;
  readonly dataDir: string;
  readonly isProxy: Callers['isProxy'];
  readonly playing: () => Promise<Pick<Figures, 'links' | 'players' | 'matches' | 'contests'>>;
  readonly now: () => number;
  readonly log: Logger;
};

export function createOperations({ database, dataDir, isProxy, playing, now, log }: OperationsNeeds): Operations {
  const metrics = createMetrics(readBuild(), async () => ({ ...(await playing()), ...stored(database, dataDir) }));
  const readiness = createReadiness(() => canSave(database), now);
  const watch = createWatch({ look: () => safety(database, dataDir), log, now });
  database.onCommit(metrics.committed);
  database.onCommit(watch.committed);
  return {
    routes: operationsRoutes({ readiness, metrics, token: readToken(dataDir) }),
    readiness,
    entryStored: metrics.entryStored,
    linkRefused: metrics.linkRefused,
    commandAnswered: watchCommands(log, metrics),
    attend: (server) => attendRequests(server, { isProxy, log, answered: metrics.requestAnswered }),
    lookNow: watch.look,
    close: watch.close,
  };
}

function stored(database: Database, dataDir: string): Pick<Figures, 'database' | 'log' | 'free' | 'backupAt'> {
  const { file, ...sizes } = readFileSizes(database);
  return { ...sizes, free: freeAt(file), backupAt: readLastBackup(dataDir)?.at ?? null };
}

function safety(database: Database, dataDir: string) {
  const { file } = readFileSizes(database);
  return { free: freeAt(file), safeSince: readLastBackup(dataDir)?.at ?? birthOf(file) };
}

function freeAt(file: string): number {
  const { bavail, bsize } = statfsSync(dirname(file));
  return bavail * bsize;
}

/** Not every file system knows. */
function birthOf(file: string): number {
  const { birthtimeMs, mtimeMs } = statSync(file);
  return birthtimeMs || mtimeMs;
}
