/** Copies of the database: made while the host runs, and put back while none does (docs/decisions/backups.md). */
import { closeSync, copyFileSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteFile, { type Database as Sqlite } from 'better-sqlite3';
import { keepPrivate } from './keep-private.ts';
import { migrationsOf, unknownMigrations } from './migrate.ts';
import { isOfTheDisk, sqliteCodeOf } from './store-error.ts';

/**
 * 'missing': there is nothing to copy. 'taken': what would be written is there already. 'foreign': a database, but none of ours.
 * 'newer-version': of migrations that this version does not know. 'in-use': a host, or something else, has the database open.
 */
export type CopyFault = 'missing' | 'taken' | 'damaged' | 'foreign' | 'newer-version' | 'in-use' | 'unwritable';
type Refused = { readonly ok: false; readonly fault: CopyFault; readonly detail: string };

export type BackedUp = { readonly ok: true; readonly octets: number } | Refused;
/** `aside`: where the database that was there lies now; null where there was none. */
export type Restored = { readonly ok: true; readonly aside: string | null } | Refused;

class Refusal extends Error {
  constructor(
    readonly fault: CopyFault,
    detail = '',
  ) {
    super(detail);
  }
}

/** A copy of the database at `path` as it is at one instant, in one file that is whole and checked. Whoever plays does not notice. */
export async function backUp(path: string, to: string, migrations: string): Promise<BackedUp> {
  return answering(async () => {
    statSync(dirname(to));
    if (existsSync(to)) throw new Refusal('taken');
    const part = `${to}.part`;
    await copyChecked(path, part, migrations, false);
    putInPlace(part, to);
    return { octets: statSync(to).size };
  });
}

/** Puts `file` in the place of the database at `path`, which stays beside it as `aside`. `file` stays as it is. */
export async function restore(file: string, path: string, aside: string, migrations: string): Promise<Restored> {
  return answering(async () => {
    refuseInUse(path);
    const part = `${path}.part`;
    await copyChecked(file, part, migrations, true);
    refuseInUse(path);
    const isThere = existsSync(path);
    if (isThere) setAside(path, aside);
    putInPlace(part, path);
    return { aside: isThere ? aside : null };
  });
}

/**
 * Whenever this is cut short there is a database at `path`, the old one or the new one. A log is there only where the old one cannot be read, and
 * must not be taken for one of the new one.
 */
function setAside(path: string, aside: string): void {
  try {
    linkSync(path, aside);
  } catch {
    // Not every file system has links.
    copyFileSync(path, aside);
  }
  for (const end of LOG_ENDS) if (existsSync(path + end)) renameSync(path + end, aside + end);
}

/** rename(2) puts one in the place of the other; what its folder says is on the disk after fsync(2) of the folder. */
function putInPlace(part: string, path: string): void {
  renameSync(part, path);
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(path), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

async function copyChecked(from: string, part: string, migrations: string, readonly: boolean): Promise<void> {
  if (!existsSync(from)) throw new Refusal('missing');
  removeAll(part);
  try {
    await copy(from, part, readonly);
    check(part, migrations);
  } catch (error) {
    removeAll(part);
    throw error;
  }
}

const LOG_ENDS = ['-wal', '-shm', '-journal'];

/** What a copy that was cut short left beside it would be taken for a part of the next one. */
function removeAll(part: string): void {
  for (const end of ['', ...LOG_ENDS]) rmSync(part + end, { force: true });
}

/**
 * `readonly`: what is not ours is not touched; what is ours is left without the log files that a reader alone cannot clear away.
 * In one step: between two, a host that writes would have SQLite begin anew each time (sqlite.org/backup.html).
 */
async function copy(from: string, to: string, readonly: boolean): Promise<void> {
  keepPrivate(to);
  const sqlite = new SqliteFile(from, { readonly });
  try {
    await sqlite.backup(to, { progress: () => Number.MAX_SAFE_INTEGER });
  } finally {
    sqlite.close();
  }
}

/** Without a log beside it, so that the one file is all of it. */
function check(path: string, migrations: string): void {
  const sqlite = new SqliteFile(path);
  try {
    sqlite.pragma('journal_mode = DELETE');
    assertWhole(sqlite);
    if (migrationsOf(sqlite).length === 0) throw new Refusal('foreign');
    const unknown = unknownMigrations(sqlite, migrations);
    if (unknown.length > 0) throw new Refusal('newer-version', unknown.map((date) => new Date(date).toISOString()).join(', '));
  } finally {
    sqlite.close();
  }
}

function assertWhole(sqlite: Sqlite): void {
  const found = sqlite.pragma('integrity_check(1)', { simple: true });
  if (found !== 'ok') throw new Refusal('damaged', String(found));
  if (sqlite.pragma('foreign_key_check', { simple: true }) !== undefined) throw new Refusal('damaged', 'rows without what they refer to');
}

/**
 * Leaving the write-ahead log takes the lock that every open connection shares (sqlite.org/wal.html), and puts what is in the log into
 * the file. What cannot be read at all is nobody's.
 */
function refuseInUse(path: string): void {
  if (!existsSync(path)) return;
  const sqlite = new SqliteFile(path, { timeout: 0 });
  try {
    sqlite.pragma('journal_mode = DELETE');
  } catch (error) {
    if (sqliteCodeOf(error).startsWith('SQLITE_BUSY')) throw new Refusal('in-use');
    if (isOfTheDisk(error)) throw error;
  } finally {
    sqlite.close();
  }
}

async function answering<Done>(work: () => Promise<Done>): Promise<({ readonly ok: true } & Done) | Refused> {
  try {
    return { ok: true, ...(await work()) };
  } catch (error) {
    const fault = faultOf(error);
    if (fault === null) throw error;
    return { ok: false, fault, detail: error instanceof Error ? error.message : '' };
  }
}

/** Null for a bug. */
function faultOf(error: unknown): CopyFault | null {
  if (error instanceof Refusal) return error.fault;
  if (isOfTheDisk(error) || (error instanceof Error && 'errno' in error)) return 'unwritable';
  return sqliteCodeOf(error) === '' ? null : 'damaged';
}
