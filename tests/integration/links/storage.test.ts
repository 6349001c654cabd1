/** Sizes and backups, as the administrator is told of them. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeLastBackup } from '#db/last-backup.ts';
import { matches } from '#db/schema.ts';
import { createMatchStore } from '#db/sqlite-match-store.ts';
import type { StorageAnswer } from '#protocol/storage.ts';
import { addPlayers, ready, record } from '../samples.ts';
import { temporaryFolder } from '../temporary.ts';
import { askAs } from './contest-room.ts';
import { startHost } from './host.ts';
import { newAdmin, newInstructor } from './instructor.ts';

const DAY_MS = 86_400_000;

test('rows, the file, the room that is left, and what a match takes once there are enough', async () => {
  const folder = temporaryFolder();
  const host = await startHost({}, folder);
  const admin = await newAdmin(host);
  const read = async () => (await askAs<StorageAnswer>(host, { cookie: admin.cookie() }, 'GET', 'admin/storage')).body;
  expect(await read()).toMatchObject({ rows: { matches: 0, moves: 0, players: 0 }, perMatch: null, unused: expect.any(Number) });
  await addPlayers(host.database, 'ada', 'bob');
  const store = createMatchStore(host.database);
  for (let n = 0; n < 100; n += 1) {
    await store.create(record(`m${n}`));
    await store.append(`m${n}`, 0, [ready(1), ready(2)]);
  }
  const told = await read();
  expect(told).toMatchObject({ rows: { matches: 100, moves: 200, judged_moves: 0, players: 2, sessions: 0 } });
  expect(told.database).toBe(statSync(join(folder, 'last-ack.db')).size);
  expect(told.log).toBe(statSync(join(folder, 'last-ack.db-wal')).size);
  expect(told.free).toBeGreaterThan(1_000_000);
  expect(told.perMatch).toBeGreaterThan(0);
  expect(host.database.orm.select().from(matches).all()).toHaveLength(told.rows.matches);
  const ines = await newInstructor(host, admin, 'ines@example.org');
  expect(await ines.ask('GET', 'admin/storage')).toMatchObject({ body: { fault: 'not-an-admin' } });
});

test('the last backup, and whether it is time for one', async () => {
  const folder = temporaryFolder();
  const host = await startHost({}, folder);
  const admin = await newAdmin(host);
  const read = async () => (await askAs<StorageAnswer>(host, { cookie: admin.cookie() }, 'GET', 'admin/storage')).body.backup;
  expect(await read()).toEqual({ last: null, isDue: true });
  for (const [days, isDue] of [
    [6, false],
    [8, true],
  ] as const) {
    const last = { at: Date.now() - days * DAY_MS, path: '/backups/copy.db', octets: 4_096 };
    writeLastBackup(folder, last);
    expect(await read()).toEqual({ last, isDue });
  }
});
