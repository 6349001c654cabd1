import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteFile from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createWriter } from '#db/group-commit.ts';
import { StoreError } from '#db/match-store.ts';
import { createMatchStore } from '#db/sqlite-match-store.ts';
import { addPlayers, ready, record } from './samples.ts';
import { temporaryDatabase, temporaryFolder } from './temporary.ts';

const WAL_HEADER = 32;

/** Commits that a WAL holds: frames whose "size of the database after a commit" is not zero (sqlite.org/fileformat2.html §4.1). */
function commitsIn(walPath: string): number {
  const wal = readFileSync(walPath);
  const frame = 24 + wal.readUInt32BE(8);
  const frames = Array.from({ length: Math.floor((wal.length - WAL_HEADER) / frame) }, (_, n) => WAL_HEADER + n * frame);
  return frames.filter((start) => wal.readUInt32BE(start + 4) !== 0).length;
}

test('appends of one turn of the event loop share a commit, and a conflict among them leaves the others stored', async () => {
  const path = join(temporaryFolder(), 'last-ack.db');
  const database = temporaryDatabase(path);
  await addPlayers(database, 'ada', 'bob');
  const store = createMatchStore(database);
  await Promise.all(['m1', 'm2', 'm3'].map((id) => store.create(record(id))));
  const before = commitsIn(`${path}-wal`);
  const stored = await Promise.all([
    store.append('m1', 0, [ready(1), ready(2)]),
    store.append('m2', 5, [ready(1)]),
    store.append('m3', 0, [ready(1)]),
  ]);
  expect(stored).toEqual(['stored', 'conflict', 'stored']);
  expect(commitsIn(`${path}-wal`) - before).toBe(1);
  expect((await store.load('m1'))?.entries).toHaveLength(2);
  expect((await store.load('m2'))?.entries).toHaveLength(0);
  expect((await store.load('m3'))?.entries).toHaveLength(1);
});

test('appends of two turns are two commits', async () => {
  const path = join(temporaryFolder(), 'last-ack.db');
  const database = temporaryDatabase(path);
  await addPlayers(database, 'ada', 'bob');
  const store = createMatchStore(database);
  await store.create(record('m1'));
  const before = commitsIn(`${path}-wal`);
  await store.append('m1', 0, [ready(1)]);
  await store.append('m1', 1, [ready(2)]);
  expect(commitsIn(`${path}-wal`) - before).toBe(2);
});

function smallDisk() {
  const sqlite = new SqliteFile(join(temporaryFolder(), 'small.db'));
  sqlite.exec('CREATE TABLE kept (text)');
  sqlite.pragma(`max_page_count = ${Number(sqlite.pragma('page_count', { simple: true })) + 2}`);
  const keep = (text: string) => () => void sqlite.prepare('INSERT INTO kept VALUES (?)').run(text);
  const kept = () => sqlite.prepare('SELECT text FROM kept').pluck().all();
  return { sqlite, keep, kept };
}

test('on a full disk nobody is told that something was stored which was not', async () => {
  const { sqlite, keep, kept } = smallDisk();
  const { write } = createWriter(sqlite);
  const settled = await Promise.allSettled([write(keep('small')), write(keep('x'.repeat(100_000)))]);
  expect(settled[1]).toMatchObject({ status: 'rejected', reason: { code: 'not-saved' } });
  expect(kept()).toEqual(settled[0]?.status === 'fulfilled' ? ['small'] : []);
  sqlite.close();
});

test('writes wait while another connection writes, the event loop turns, and then all of them are stored', async () => {
  const { sqlite, keep, kept } = smallDisk();
  sqlite.pragma('busy_timeout = 0');
  const other = new SqliteFile(sqlite.name);
  const { write } = createWriter(sqlite);
  other.exec('BEGIN IMMEDIATE');
  const settled: string[] = [];
  const writing = [write(keep('one')), write(keep('other'))].map((one) => one.then(() => settled.push('stored')));
  for (let turns = 0; turns < 10; turns += 1) await new Promise((resolve) => setImmediate(resolve));
  expect([settled, kept()]).toEqual([[], []]);
  writing.push(write(keep('late')).then(() => settled.push('stored')));
  other.close();
  await Promise.all(writing);
  expect(kept()).toEqual(['one', 'other', 'late']);
  sqlite.close();
});

test('a database that another connection holds when it is closed loses what waits, and says so', async () => {
  const { sqlite, keep } = smallDisk();
  sqlite.pragma('busy_timeout = 0');
  const other = new SqliteFile(sqlite.name);
  const { write, flush } = createWriter(sqlite);
  other.exec('BEGIN IMMEDIATE');
  const waiting = write(keep('last'));
  flush();
  await expect(waiting).rejects.toMatchObject({ code: 'not-saved' });
  other.close();
  sqlite.close();
});

test('a group begins once where another connection holds the lock: nobody waits for it twice', async () => {
  const { sqlite, keep } = smallDisk();
  const begun: string[] = [];
  const watched = new SqliteFile(sqlite.name, { timeout: 0, verbose: (text) => void begun.push(String(text)) });
  const { write, flush } = createWriter(watched);
  sqlite.exec('BEGIN IMMEDIATE');
  const waiting = Promise.allSettled([write(keep('one')), write(keep('other'))]);
  flush();
  expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(begun).toEqual(['BEGIN IMMEDIATE']);
  watched.close();
  sqlite.close();
});

test('a bug in one write is told to its caller as it is, and to nobody else', async () => {
  const { sqlite, keep, kept } = smallDisk();
  const { write } = createWriter(sqlite);
  const halfDone = () => {
    keep('half')();
    throw new RangeError('bug');
  };
  const settled = await Promise.allSettled([write(halfDone), write(keep('whole'))]);
  expect(settled).toMatchObject([{ status: 'rejected', reason: new RangeError('bug') }, { status: 'fulfilled' }]);
  expect(kept()).toEqual(['whole']);
  sqlite.close();
});

test('what waits when the database is closed is stored; what comes after is refused', async () => {
  const { sqlite, keep, kept } = smallDisk();
  const { write, flush } = createWriter(sqlite);
  const waiting = write(keep('last'));
  flush();
  await waiting;
  expect(kept()).toEqual(['last']);
  sqlite.close();
  await expect(write(keep('late'))).rejects.toBeInstanceOf(StoreError);
});
