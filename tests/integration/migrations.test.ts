/** Every migration, on a database of the version before it with rows in every table. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import SqliteFile, { type Database as Sqlite } from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openDatabase } from '#db/open.ts';
import { fillAllTables, type Row, rowsOf, tablesOf } from './rows-of-any-table.ts';
import { temporaryFolder } from './temporary.ts';

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url));
const JOURNAL = 'meta/_journal.json';
type Migration = { readonly tag: string };

const all = (JSON.parse(readFileSync(join(MIGRATIONS, JOURNAL), 'utf8')) as { entries: Migration[] }).entries;

/** As a version had them that knew only the first `count`. */
function firstMigrations(count: number): string {
  const folder = join(temporaryFolder(), 'migrations');
  cpSync(MIGRATIONS, folder, { recursive: true });
  const journal = JSON.parse(readFileSync(join(folder, JOURNAL), 'utf8'));
  writeFileSync(join(folder, JOURNAL), JSON.stringify({ ...journal, entries: all.slice(0, count) }));
  return folder;
}

function migrate(path: string, count: number): void {
  const opened = openDatabase(path, firstMigrations(count));
  if (!opened.ok) throw new Error(opened.detail);
  opened.close();
}

function reading<T>(path: string, work: (sqlite: Sqlite) => T): T {
  const sqlite = new SqliteFile(path);
  try {
    return work(sqlite);
  } finally {
    sqlite.close();
  }
}

const contentsOf = (path: string) =>
  reading(path, (sqlite) => Object.fromEntries(tablesOf(sqlite).map((table) => [table, rowsOf(sqlite, table)])));

/** What both versions of a row have a column for. */
function shared(row: Row, after: Row | undefined): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => after !== undefined && name in after));
}

/** A database with rows of every version. `migrated` is told what there was before each migration, and may look at what there is. */
function walk(path: string, migrated: (tag: string, before: ReturnType<typeof contentsOf>) => void = () => {}): void {
  all.forEach(({ tag }, n) => {
    const before = contentsOf(path);
    migrate(path, n + 1);
    migrated(tag, before);
    reading(path, (sqlite) => fillAllTables(sqlite, n + 1));
  });
}

test('each keeps every row, and what it says', { timeout: 60_000 }, () => {
  const path = join(temporaryFolder(), 'last-ack.db');
  walk(path, (tag, before) => {
    const after = contentsOf(path);
    for (const [table, rows] of Object.entries(before)) {
      expect(rows.length, `${table} before ${tag}`).toBeGreaterThan(1);
      expect(after[table], `${table} after ${tag}`).toEqual(rows.map((row, n) => expect.objectContaining(shared(row, after[table]?.[n]))));
    }
    const found = reading(path, (sqlite) => [sqlite.pragma('foreign_key_check'), sqlite.pragma('integrity_check', { simple: true })]);
    expect(found, tag).toEqual([[], 'ok']);
  });
});

test('one that fails leaves every table and every row as it was', { timeout: 60_000 }, () => {
  const path = join(temporaryFolder(), 'last-ack.db');
  walk(path);
  const before = [contentsOf(path), schemaOf(path)];
  const folder = firstMigrations(all.length);
  const journal = JSON.parse(readFileSync(join(folder, JOURNAL), 'utf8'));
  const later = { idx: 9_000, version: '6', when: 4_000_000_000_000, tag: 'later', breakpoints: true };
  writeFileSync(join(folder, JOURNAL), JSON.stringify({ ...journal, entries: [...journal.entries, later] }));
  const drops = reading(path, tablesOf).map((table) => `DROP TABLE ${table};--> statement-breakpoint\n`);
  writeFileSync(join(folder, 'later.sql'), `${drops.join('')}INSERT INTO no_such_table VALUES (1);`);
  expect(openDatabase(path, folder)).toMatchObject({ ok: false, fault: 'damaged' });
  expect([contentsOf(path), schemaOf(path)]).toEqual(before);
});

function schemaOf(path: string): unknown {
  return reading(path, (sqlite) => sqlite.prepare('SELECT * FROM sqlite_schema').all());
}
