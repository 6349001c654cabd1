/**
 * Brings a database to the newest migration, or leaves it as it was. drizzle's own `migrate()` is not used: it commits
 * before foreign keys can be checked, and skips what has an older date than the newest applied (docs/decisions).
 */
import type { Database as Sqlite } from 'better-sqlite3';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';

const BOOKKEEPING = 'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id INTEGER PRIMARY KEY, hash text NOT NULL, created_at numeric)';

export class DamagedDatabase extends Error {}

/** Dates of migrations that the file has had and this version does not know. */
export function unknownMigrations(sqlite: Sqlite, folder: string): readonly number[] {
  const known = new Set(readMigrationFiles({ migrationsFolder: folder }).map((migration) => migration.folderMillis));
  return migrationsOf(sqlite).filter((date) => !known.has(date));
}

/** Throws what SQLite throws, or DamagedDatabase; then nothing has changed. Takes the write lock even with nothing to do. */
export function migrateToNewest(sqlite: Sqlite, folder: string): void {
  const migrations = readMigrationFiles({ migrationsFolder: folder });
  withoutForeignKeys(sqlite, () => sqlite.transaction(() => applyPending(sqlite, migrations)).immediate());
}

/** Dates of the migrations that the file has had; none for a file of somebody else. */
export function migrationsOf(sqlite: Sqlite): readonly number[] {
  const isThere = sqlite.prepare(`SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'`).get();
  if (!isThere) return [];
  return sqlite.prepare('SELECT created_at FROM __drizzle_migrations').pluck().all().map(Number);
}

function applyPending(sqlite: Sqlite, migrations: readonly MigrationMeta[]): void {
  const applied = new Set(migrationsOf(sqlite));
  const pending = migrations.filter((migration) => !applied.has(migration.folderMillis));
  if (pending.length === 0) return;
  if (applied.size > 0) assertSound(sqlite, 'quick_check(1)', 'ok');
  sqlite.exec(BOOKKEEPING);
  for (const migration of pending) apply(sqlite, migration);
  assertSound(sqlite, 'foreign_key_check', undefined);
}

function apply(sqlite: Sqlite, { sql, hash, folderMillis }: MigrationMeta): void {
  for (const statement of sql) sqlite.exec(statement);
  sqlite.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)').run(hash, folderMillis);
}

/** A rebuilt table drops the old one: with foreign keys on, that deletes the rows that cascade from it (drizzle #5782). */
function withoutForeignKeys(sqlite: Sqlite, work: () => void): void {
  sqlite.pragma('foreign_keys = OFF');
  try {
    work();
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
}

function assertSound(sqlite: Sqlite, pragma: string, sound: unknown): void {
  const answer = sqlite.pragma(pragma, { simple: true });
  if (answer !== sound) throw new DamagedDatabase(`${pragma}: ${String(answer)}`);
}
