/** Lines that an operator must see, from a host to which it happens. */
import { join } from 'node:path';
import SqliteFile from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createLog } from '#server/operations/log.ts';
import { createWatch } from '#server/operations/watch.ts';
import { temporaryFolder } from '../temporary.ts';
import { startHost } from './host.ts';

const aboutSaving = (said: readonly string[]) => said.map((line) => JSON.parse(line)).filter(({ msg }) => msg.startsWith('the database'));

test('a store that fails is told once, and that it works again', async () => {
  const folder = temporaryFolder();
  const said: string[] = [];
  const host = await startHost({ LOG_LEVEL: 'warn' }, folder, said);
  const enter = async () => (await fetch(`${host.url}/api/session`, { method: 'POST' })).status;
  const other = new SqliteFile(join(folder, 'last-ack.db'));
  other.exec('BEGIN IMMEDIATE');
  expect([await enter(), await enter()]).toEqual([503, 503]);
  expect(aboutSaving(said)).toMatchObject([{ level: 'warn', warning: 'not-saved', code: 'SQLITE_BUSY' }]);
  other.exec('ROLLBACK');
  other.close();
  expect(await enter()).toBe(200);
  expect(aboutSaving(said).at(-1)).toMatchObject({ warning: 'saved-again', failed: 2 });
});

test('a warning comes again only after its time', () => {
  const said: string[] = [];
  let at = 0;
  const log = createLog('warn', { write: (line: string) => void said.push(line) });
  const watch = createWatch({ look: () => ({ free: 1, safeSince: at }), log, now: () => at });
  const lookAfter = (ms: number) => {
    at += ms;
    watch.look();
    return said.filter((line) => line.includes('disk-nearly-full')).length;
  };
  expect([lookAfter(0), lookAfter(60_000), lookAfter(3_600_000)]).toEqual([1, 1, 2]);
  watch.close();
});

test('an event loop that stood still is told', async () => {
  const said: string[] = [];
  const log = createLog('warn', { write: (line: string) => void said.push(line) });
  const watch = createWatch({ look: () => ({ free: 2 ** 40, safeSince: 0 }), log, now: () => 0 });
  // The clock of the event loop runs from its first turn on.
  await new Promise((resolve) => setTimeout(resolve, 100));
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_200);
  await new Promise((resolve) => setTimeout(resolve, 100));
  watch.look();
  watch.close();
  expect(said.map((line) => JSON.parse(line))).toMatchObject([{ level: 'warn', warning: 'blocked' }]);
});
