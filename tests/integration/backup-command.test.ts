/** `npm run backup` and `npm run restore`, beside a host that runs and where none does, with real files. */
import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import SqliteFile from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { readLastBackup } from '#db/last-backup.ts';
import { newDuel, playBoth } from './links/duel.ts';
import { startHost, type TestHost } from './links/host.ts';
import { newGuest } from './links/player.ts';
import { temporaryFolder } from './temporary.ts';

type Said = { readonly status: unknown; readonly stdout: string; readonly stderr: string };

function run(command: 'backup' | 'restore', dataDir: string, ...args: readonly string[]): Promise<Said> {
  return runWith({ DATA_DIR: dataDir }, '--import', 'tsx', `scripts/${command}.ts`, ...args);
}

function runWith(environment: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Said> {
  const env = { ...process.env, ...environment };
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env }, (error, stdout, stderr) =>
      resolve({ status: error ? (error.code ?? error.signal) : 0, stdout, stderr }),
    );
  });
}

const DATABASE = 'last-ack.db';

/** A folder with the database of a host that is stopped, in which one match was played. */
async function playedFolder(): Promise<{ readonly folder: string; readonly matchId: string }> {
  const folder = temporaryFolder();
  const host = await startHost({}, folder);
  const duel = await newDuel(host);
  await playBoth(host, duel);
  await host.stop();
  return { folder, matchId: duel.matchId };
}

const refused = (words: RegExp) => ({ status: 1, stdout: '', stderr: expect.stringMatching(words) });

async function knows(host: TestHost, matchId: string): Promise<boolean> {
  return (await fetch(`${host.url}/api/matches/${matchId}`)).status === 200;
}

function matchesIn(path: string): readonly unknown[] {
  const sqlite = new SqliteFile(path, { fileMustExist: true });
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  const ids = sqlite.prepare('SELECT id FROM matches').pluck().all();
  sqlite.close();
  return ids;
}

describe('npm run backup', { timeout: 60_000 }, () => {
  test('copies what a running host has, in one file, and says so to the administrator', async () => {
    const folder = temporaryFolder();
    const host = await startHost({}, folder);
    const duel = await newDuel(host);
    const file = join(temporaryFolder(), 'copy.db');
    const [said] = await Promise.all([run('backup', folder, file), playBoth(host, duel)]);
    expect(said).toEqual({ status: 0, stdout: `${file}\n`, stderr: '' });
    expect(readdirSync(join(file, '..'))).toEqual(['copy.db']);
    expect(statSync(file).mode & 0o077).toBe(0);
    const octets = readFileSync(file).length;
    expect(readLastBackup(folder)).toEqual({ at: expect.any(Number), path: file, octets });

    const elsewhere = temporaryFolder();
    expect((await run('restore', elsewhere, file)).status).toBe(0);
    const second = await startHost({}, elsewhere);
    expect((await second.store.load(duel.matchId))?.record).toEqual((await host.store.load(duel.matchId))?.record);
  });

  test('says what is wrong, and leaves nothing behind', async () => {
    const { folder } = await playedFolder();
    const target = temporaryFolder();
    writeFileSync(join(target, 'taken.db'), 'mine');
    expect(await run('backup', folder)).toEqual(refused(/-- FILE/));
    expect(await run('backup', folder, join(target, 'taken.db'))).toEqual(refused(/already: give another name/));
    expect(await run('backup', target, join(target, 'copy.db'))).toEqual(refused(/no database in/));
    expect(await run('backup', folder, join(target, 'no/such/copy.db'))).toEqual(refused(/could not be written/));
    expect(readFileSync(join(target, 'taken.db'), 'utf8')).toBe('mine');
    expect(readdirSync(target)).toEqual(['taken.db']);
    expect(readLastBackup(folder)).toBe(null);
  });
});

describe('npm run restore', { timeout: 60_000 }, () => {
  test('puts a copy in the place of the database, keeps what was there, and remembers the backup', async () => {
    const { folder, matchId } = await playedFolder();
    const file = join(temporaryFolder(), 'copy.db');
    await run('backup', folder, file);
    const host = await startHost({}, folder);
    const { playerId } = await newGuest(host);
    await host.stop();
    const said = await run('restore', folder, file);
    expect(said).toMatchObject({ status: 0, stderr: '' });
    const aside = /before is (\S+)\.\n/.exec(said.stdout)?.[1] ?? '';
    const old = new SqliteFile(aside, { readonly: true });
    expect(old.prepare('SELECT count(*) FROM players WHERE id = ?').pluck().get(playerId)).toBe(1);
    old.close();
    expect(readLastBackup(folder)?.path).toBe(file);
    const again = await startHost({}, folder);
    expect(await knows(again, matchId)).toBe(true);
    expect(again.database.orm.all(`SELECT id FROM players WHERE id = '${playerId}'`)).toEqual([]);
  });

  test('refuses while a host has the database open, which goes on', async () => {
    const { folder, matchId } = await playedFolder();
    const file = join(temporaryFolder(), 'copy.db');
    await run('backup', folder, file);
    const host = await startHost({}, folder);
    const before = readdirSync(folder).sort();
    expect(await run('restore', folder, file)).toEqual(refused(/in use: stop the host first/));
    expect(readdirSync(folder).sort()).toEqual(before);
    await newGuest(host);
    expect(await knows(host, matchId)).toBe(true);
  });

  test('killed before any of its steps, leaves the old database or the new one, and can be done again', { timeout: 120_000 }, async () => {
    const [kept, other] = [await playedFolder(), await playedFolder()];
    const file = join(temporaryFolder(), 'copy.db');
    await run('backup', other.folder, file);
    const left: unknown[] = [];
    let last = '';
    for (let step = 1; ; step += 1) {
      const folder = temporaryFolder();
      const path = join(folder, DATABASE);
      copyFileSync(join(kept.folder, DATABASE), path);
      const cut = ['--import', './tests/integration/cut-short.mjs', '--import', 'tsx', 'scripts/restore.ts', file];
      const { status } = await runWith({ DATA_DIR: folder, CUT_BEFORE: String(step) }, ...cut);
      if (status === 0) break;
      expect(status).toBe('SIGKILL');
      left.push(matchesIn(path));
      last = folder;
    }
    expect((await run('restore', last, file)).status).toBe(0);
    expect(matchesIn(join(last, DATABASE))).toEqual([other.matchId]);
    const [old, anew] = [[kept.matchId], [other.matchId]];
    expect(left.filter((ids) => !isDeepStrictEqual(ids, old) && !isDeepStrictEqual(ids, anew))).toEqual([]);
    expect(left).toContainEqual(old);
    expect(left).toContainEqual(anew);
  });

  test('takes what a killed host has left in its log with it', async () => {
    const folder = temporaryFolder();
    const host = await startHost({}, folder);
    const { playerId } = await newGuest(host);
    const killed = host.diskNow();
    const empty = join(temporaryFolder(), 'copy.db');
    const elsewhere = temporaryFolder();
    await (await startHost({}, elsewhere)).stop();
    await run('backup', elsewhere, empty);
    const said = await run('restore', killed, empty);
    const old = new SqliteFile(/before is (\S+)\.\n/.exec(said.stdout)?.[1] ?? '', { readonly: true });
    expect(old.prepare('SELECT id FROM players').pluck().all()).toEqual([playerId]);
    old.close();
  });

  test.each<[string, RegExp, (file: string) => void]>([
    ['is not there', /no file/, () => {}],
    ['is no database', /is damaged/, (file) => writeFileSync(file, 'no database '.repeat(1_000))],
    ['is another program’s database', /no database of Last ACK/, (file) => new SqliteFile(file).exec('CREATE TABLE t (a)').close()],
    [
      'is damaged in the middle',
      /is damaged/,
      (file) => {
        const octets = readFileSync(file);
        writeFileSync(file, octets.fill(0xab, octets.length / 2, octets.length / 2 + 20_000));
      },
    ],
    [
      'is of a newer version',
      /newer version of Last ACK \(2096/,
      (file) => new SqliteFile(file).exec(`INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 4000000000000)`).close(),
    ],
    [
      'has rows that refer to nothing',
      /is damaged/,
      (file) => new SqliteFile(file).exec(`PRAGMA foreign_keys = OFF; DELETE FROM matches`).close(),
    ],
  ])('refuses a file that %s, and changes nothing', async (what, words, spoil) => {
    const { folder, matchId } = await playedFolder();
    const target = temporaryFolder();
    const file = join(target, 'copy.db');
    if (!/not there|program/.test(what)) await run('backup', folder, file);
    spoil(file);
    const before = readdirSync(folder).sort();
    expect(await run('restore', folder, file)).toEqual(refused(words));
    expect(readdirSync(folder).sort()).toEqual(before);
    expect(await knows(await startHost({}, folder), matchId)).toBe(true);
  });

  test('a database that cannot be read any more makes way for the copy', async () => {
    const { folder, matchId } = await playedFolder();
    const file = join(temporaryFolder(), 'copy.db');
    await run('backup', folder, file);
    writeFileSync(join(folder, DATABASE), 'broken '.repeat(2_000));
    expect(await run('restore', folder, file)).toMatchObject({ status: 0, stderr: '' });
    expect(await knows(await startHost({}, folder), matchId)).toBe(true);
  });

  test('a folder that was copied by hand, log and all, can be put back too', async () => {
    const folder = temporaryFolder();
    const host = await startHost({}, folder);
    const { playerId } = await newGuest(host);
    const copied = join(temporaryFolder(), 'by-hand');
    mkdirSync(copied);
    for (const end of ['', '-wal']) copyFileSync(join(folder, DATABASE + end), join(copied, DATABASE + end));
    const elsewhere = temporaryFolder();
    expect(await run('restore', elsewhere, join(copied, DATABASE))).toMatchObject({ status: 0, stderr: '' });
    const again = await startHost({}, elsewhere);
    expect(again.database.orm.all('SELECT id FROM players')).toEqual([{ id: playerId }]);
    expect(existsSync(join(copied, `${DATABASE}-wal`))).toBe(true);
  });
});
