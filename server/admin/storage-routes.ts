/** Sizes, the last backup, and what is kept for how long, for administrators: `server/api.ts` lets nobody else in. */
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Hono } from 'hono';
import { type StorageAnswer, SWEEP_COUNTED } from '#protocol/storage.ts';
import { type LastBackup, readLastBackup } from '#db/last-backup.ts';
import type { Database } from '#db/open.ts';
import type { RetentionStore } from '#db/retention.ts';
import { readSizes, type Sizes } from '#db/sizes.ts';
import type { HostSettings } from '../settings.ts';
import { DAY_MS } from '../times.ts';

/** With fewer, the tables themselves would weigh more than what is in them. */
const ENOUGH_MATCHES = 100;
const BACKUP_WITHIN_MS = 7 * DAY_MS;

export type StorageNeeds = {
  readonly database: Database;
  readonly retention: RetentionStore;
  readonly settings: Pick<HostSettings, 'dataDir' | 'retentionDays'>;
  readonly now: () => number;
};

export function storageRoutes({ database, retention, settings: { dataDir, retentionDays: days }, now }: StorageNeeds): Hono {
  const routes = new Hono();

  routes.get('/admin/storage', async (c) => {
    const { file, ...sizes } = readSizes(database);
    const { bavail, bsize } = await statfs(dirname(file));
    return c.json({
      ...sizes,
      free: bavail * bsize,
      perMatch: perMatchOf(sizes),
      backup: backupOf(readLastBackup(dataDir), now()),
      retention: { days, next: days === 0 ? null : retention.count(now() - days * DAY_MS, SWEEP_COUNTED + 1) },
    } satisfies StorageAnswer);
  });

  return routes;
}

function perMatchOf({ database, unused, rows }: Omit<Sizes, 'file'>): number | null {
  return rows.matches < ENOUGH_MATCHES ? null : Math.round((database - unused) / rows.matches);
}

function backupOf(last: LastBackup | null, now: number): StorageAnswer['backup'] {
  return { last, isDue: last === null || now - last.at > BACKUP_WITHIN_MS };
}
