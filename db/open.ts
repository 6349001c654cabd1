import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import SqliteFile, { type Database as Sqlite } from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { type Commit, createWriter, type Write } from './group-commit.ts';
import { keepPrivate } from './keep-private.ts';
import { DamagedDatabase, migrateToNewest, unknownMigrations } from './migrate.ts';
import * as schema from './schema.ts';
import { isOfTheDisk, sqliteCodeOf } from './store-error.ts';

/** `$client`: for the one statement that runs with every move. */
export type Orm = BetterSQLite3Database<typeof schema> & { readonly $client: Sqlite };

/** Read with `orm` at any time; write inside `write` only. */
export type Database = {
  readonly orm: Orm;
  readonly write: Write;
  /** From now on that one hears of every transaction. */
  readonly onCommit: (listener: (commit: Commit) => void) => void;
};

export type Opened = { readonly ok: true; readonly database: Database; readonly close: () => void } | Refused;
type Refused = { readonly ok: false; readonly fault: 'unwritable' | 'newer-version' | 'damaged'; readonly detail: string };

/** How long the start, and the end, wait for another process (`sqlite3`, say) to let go of the database. */
const BUSY_MS = 1_000;
/** The same in between, where everybody waits that long, since SQLite is synchronous here: writes are patient in another way (`group-commit.ts`). */
const BUSY_IN_PLAY_MS = 20;

/** Pages of 4 KiB in the WAL before it is carried over: what is written often, the ends of tables and of matches in play, is carried once. */
const WAL_PAGES = 8_000;

/** Opens the file, makes it where there is none, and migrates it. `migrations`: the folder that drizzle-kit writes. */
export function openDatabase(path: string, migrations = fileURLToPath(new URL('./migrations', import.meta.url))): Opened {
  let sqlite: Sqlite | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    keepPrivate(path);
    sqlite = new SqliteFile(path, { timeout: BUSY_MS });
    const unknown = unknownMigrations(sqlite, migrations);
    if (unknown.length > 0) return refuse(sqlite, 'newer-version', `migrations of ${unknown.map(toDate).join(', ')}`);
    prepare(sqlite, migrations);
    return opened(sqlite);
  } catch (error) {
    const fault = faultOf(error);
    if (fault === null) throw error;
    return refuse(sqlite, fault, String(error));
  }
}

/** FULL: a commit is on the disk before it is answered. WAL: readers do not wait for it. */
function prepare(sqlite: Sqlite, migrations: string): void {
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma(`wal_autocheckpoint = ${WAL_PAGES}`);
  migrateToNewest(sqlite, migrations);
}

function opened(sqlite: Sqlite): Opened {
  sqlite.pragma(`busy_timeout = ${BUSY_IN_PLAY_MS}`);
  const listeners: ((commit: Commit) => void)[] = [];
  const { write, flush } = createWriter(sqlite, (commit) => {
    for (const listener of listeners) listener(commit);
  });
  const onCommit = (listener: (commit: Commit) => void) => void listeners.push(listener);
  const close = () => {
    if (!sqlite.open) return;
    sqlite.pragma(`busy_timeout = ${BUSY_MS}`);
    flush();
    sqlite.close();
  };
  return { ok: true, database: { orm: drizzle({ client: sqlite, schema }), write, onCommit }, close };
}

function refuse(sqlite: Sqlite | undefined, fault: Refused['fault'], detail: string): Refused {
  sqlite?.close();
  return { ok: false, fault, detail };
}

/** Null for a bug. A migration that the rows do not take counts as damage; errors of the file system have an errno. */
function faultOf(error: unknown): Refused['fault'] | null {
  if (isOfTheDisk(error) || (error instanceof Error && 'errno' in error)) return 'unwritable';
  return error instanceof DamagedDatabase || sqliteCodeOf(error) !== '' ? 'damaged' : null;
}

function toDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
