import { chmodSync, chownSync, cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import SqliteFile from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openDatabase } from '#db/open.ts';
import { createMatchStore } from '#db/sqlite-match-store.ts';
import { addPlayers, ready, record } from './samples.ts';
import { temporaryFolder } from './temporary.ts';

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url));
const LATER = 4_000_000_000_000;

/** As drizzle-kit writes the rebuild of a table. */
const REBUILD = `PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE \`__new_players\` (\`id\` text PRIMARY KEY NOT NULL, \`name\` text NOT NULL, \`recovery_hash\` text, \`created_at\` integer NOT NULL, \`last_seen_at\` integer NOT NULL, \`colour\` text);
--> statement-breakpoint
INSERT INTO \`__new_players\`("id", "name", "recovery_hash", "created_at", "last_seen_at") SELECT "id", "name", "recovery_hash", "created_at", "last_seen_at" FROM \`players\`;--> statement-breakpoint
DROP TABLE \`players\`;--> statement-breakpoint
ALTER TABLE \`__new_players\` RENAME TO \`players\`;--> statement-breakpoint
PRAGMA foreign_keys=ON;`;

/** The project's migrations and more, as a later version would bring them. */
function migrationsWith(...more: readonly string[]): string {
  const folder = join(temporaryFolder(), 'migrations');
  cpSync(MIGRATIONS, folder, { recursive: true });
  const journal = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8'));
  more.forEach((sql, n) => {
    journal.entries.push({ idx: 9_000 + n, version: '6', when: LATER + n, tag: `later_${n}`, breakpoints: true });
    writeFileSync(join(folder, `later_${n}.sql`), sql);
  });
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify(journal));
  return folder;
}

function open(path: string, migrations?: string) {
  const opened = openDatabase(path, migrations);
  if (!opened.ok) throw new Error(opened.detail);
  return opened;
}

/** A closed database of this version with two players, a session and a match under way. */
async function databaseWithRows(): Promise<string> {
  const path = join(temporaryFolder(), 'last-ack.db');
  const { database, close } = open(path);
  await addPlayers(database, 'ada', 'bob');
  await createMatchStore(database).create(record('m1'));
  await createMatchStore(database).append('m1', 0, [ready(1), ready(2)]);
  await database.write(() => database.orm.run(`INSERT INTO sessions VALUES ('hash', 'ada', 1)`));
  close();
  return path;
}

function counted(path: string): Record<string, unknown> {
  const sqlite = new SqliteFile(path, { readonly: true });
  const count = (table: string) => sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  const tables = ['players', 'sessions', 'matches', 'moves', '__drizzle_migrations'];
  const counts = Object.fromEntries(tables.map((table) => [table, count(table)]));
  sqlite.close();
  return counts;
}

test('a file is made where there is none, in a folder that is made too, and is durable', () => {
  const path = join(temporaryFolder(), 'a/b/last-ack.db');
  const { database, close } = open(path);
  const pragma = (name: string) => Object.values(database.orm.get<object>(`PRAGMA ${name}`))[0];
  expect(['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'].map(pragma)).toEqual(['wal', 2, 1, 20]);
  close();
  close();
});

test('a second start changes nothing and finds every row', async () => {
  const path = await databaseWithRows();
  const before = counted(path);
  const { database, close } = open(path);
  expect((await createMatchStore(database).load('m1'))?.entries).toHaveLength(2);
  close();
  expect(counted(path)).toEqual(before);
});

test('a migration that rebuilds a table loses none of the rows that hang on it', async () => {
  const path = await databaseWithRows();
  const before = counted(path);
  const { database, close } = open(path, migrationsWith(REBUILD));
  expect(database.orm.all('SELECT name, colour FROM players')).toEqual([
    { name: 'ada', colour: null },
    { name: 'bob', colour: null },
  ]);
  expect(database.orm.get('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 });
  close();
  expect(counted(path)).toEqual({ ...before, __drizzle_migrations: Number(before.__drizzle_migrations) + 1 });
});

test.each([
  ['fails', 'DROP TABLE moves;--> statement-breakpoint\nINSERT INTO no_such_table VALUES (1);'],
  ['leaves rows without what they refer to', `DELETE FROM players WHERE id = 'ada';`],
])('a migration that %s leaves the old database as it was', async (_, sql) => {
  const path = await databaseWithRows();
  const before = counted(path);
  const opened = openDatabase(path, migrationsWith(REBUILD, sql));
  expect(opened).toMatchObject({ ok: false, fault: 'damaged' });
  expect(counted(path)).toEqual(before);
  open(path).close();
});

test('a migration older than the newest applied one is not passed over', async () => {
  const path = await databaseWithRows();
  open(path, migrationsWith(REBUILD)).close();
  const folder = migrationsWith(REBUILD, 'CREATE TABLE late (id text);');
  const journal = readFileSync(join(folder, 'meta/_journal.json'), 'utf8');
  writeFileSync(join(folder, 'meta/_journal.json'), journal.replace(String(LATER + 1), String(LATER - 1)));
  const { database, close } = open(path, folder);
  expect(database.orm.all('SELECT * FROM late')).toEqual([]);
  close();
});

test('a database of a newer version is refused and not touched', async () => {
  const path = await databaseWithRows();
  open(path, migrationsWith(REBUILD)).close();
  const before = counted(path);
  expect(openDatabase(path)).toMatchObject({ ok: false, fault: 'newer-version', detail: expect.stringContaining('2096') });
  expect(counted(path)).toEqual(before);
});

test('what is no database, or a broken one, is damaged', async () => {
  const text = join(temporaryFolder(), 'last-ack.db');
  writeFileSync(text, 'not a database, but long enough to have a header of a hundred octets '.repeat(20));
  expect(openDatabase(text)).toMatchObject({ ok: false, fault: 'damaged' });
  const broken = await databaseWithRows();
  const bytes = readFileSync(broken);
  writeFileSync(broken, bytes.fill(0xab, 100, 4_096));
  expect(openDatabase(broken)).toMatchObject({ ok: false, fault: 'damaged' });
});

test('where no file can be written, that is said', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  mkdirSync(join(folder, 'taken.db'));
  expect(openDatabase(join(folder, 'file/below/last-ack.db'))).toMatchObject({ ok: false, fault: 'unwritable' });
  expect(openDatabase(join(folder, 'taken.db'))).toMatchObject({ ok: false, fault: 'unwritable' });
});

test('a file that another process holds is unwritable, not damaged', async () => {
  const path = await databaseWithRows();
  const other = new SqliteFile(path);
  other.exec('BEGIN IMMEDIATE');
  expect(openDatabase(path)).toMatchObject({ ok: false, fault: 'unwritable' });
  other.close();
});

test('disputed turns that sessions had kept before there was a table of them stay kept', async () => {
  const path = await databaseWithRows();
  const sqlite = new SqliteFile(path);
  const journal = JSON.parse(readFileSync(join(MIGRATIONS, 'meta/_journal.json'), 'utf8'));
  const { when } = journal.entries.find(({ tag }: { readonly tag: string }) => tag.endsWith('kept-turns'));
  sqlite.exec(`DROP TABLE kept_turns; DROP INDEX invitations_of_match; DROP INDEX players_by_last_seen;
    DELETE FROM __drizzle_migrations WHERE created_at = ${when};
    ALTER TABLE contests ADD COLUMN kept_turns text;
    INSERT INTO instructors (id, email, name, email_verified, role, created_at, updated_at) VALUES ('i', 'i@x.edu', 'I', 1, 'instructor', 1, 1);
    INSERT INTO contests (id, owner_id, settings, phase, round, code_until, projector_key, is_locked, is_paused, is_rehearsal, created_at, kept_turns)
    VALUES ('c', 'i', '{}', 'lobby', 0, 1, 'key', 0, 0, 0, 1, '[{"matchId":"m1","turn":3},{"matchId":"m1","turn":3},{"matchId":"gone","turn":1}]');`);
  sqlite.close();
  const { database, close } = open(path);
  expect(database.orm.all('SELECT * FROM kept_turns')).toEqual([{ match_id: 'm1', turn: 3 }]);
  close();
});

test('a folder that is made for it is for its user alone', () => {
  const folder = join(temporaryFolder(), 'data');
  const opened = openDatabase(join(folder, 'last-ack.db'));
  if (opened.ok) opened.close();
  expect(statSync(folder).mode & 0o077).toBe(0);
});

test('the database and its log are for its user alone, also where they were for everybody', () => {
  const path = join(temporaryFolder(), 'last-ack.db');
  const files = [path, `${path}-wal`, `${path}-shm`];
  const modes = () => files.map((file) => statSync(file).mode & 0o777);
  const first = openDatabase(path);
  expect(modes()).toEqual([0o600, 0o600, 0o600]);
  // As a host that was killed leaves them.
  for (const file of files) chmodSync(file, 0o644);
  const second = openDatabase(path);
  expect(modes()).toEqual([0o600, 0o600, 0o600]);
  for (const opened of [first, second]) if (opened.ok) opened.close();
});

test.skipIf(process.getuid?.() !== 0)('a database of another user keeps its mode', () => {
  const path = join(temporaryFolder(), 'last-ack.db');
  writeFileSync(path, '', { mode: 0o640 });
  chownSync(path, 12_345, 12_345);
  const opened = openDatabase(path);
  expect(opened.ok).toBe(true);
  if (opened.ok) opened.close();
  expect(statSync(path).mode & 0o777).toBe(0o640);
});
