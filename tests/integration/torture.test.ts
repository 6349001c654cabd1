/** `npm run torture` in small: that it runs, and that nothing is lost. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test('a host that is killed, has no room, or finds its database locked loses nothing and says so', { timeout: 300_000 }, async () => {
  const few = [
    '--kills',
    '3',
    '--pairs',
    '6',
    '--few',
    '4',
    '--times',
    '1',
    '--last',
    '500',
    '--think',
    '50',
    '--port',
    '0',
    '--seed',
    '6',
  ];
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/torture.mjs', ...few]);
  const [kills, locked, full] = stdout.split(/^\| (?=kill -9|database locked|full disk)|^full disk skipped/m).slice(1);
  expect(kills).toMatch(/\| kills \| 3,[\s\S]*lost \| 0 \|[\s\S]*twice \| 0 \|[\s\S]*violations \| 0 \|/);
  for (const trouble of [locked, full]) if (trouble?.includes('pairs')) expect(trouble).toMatch(/lost \| 0 \|[\s\S]*violations \| 0 \|/);
  expect(full).toMatch(/violations|needs root to mount/);
});
