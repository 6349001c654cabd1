/** docs/attacks.md: every attack has a test, and that test is there. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const DOCUMENT = readFileSync(new URL('../../docs/attacks.md', import.meta.url), 'utf8');
const ROOT = new URL('../../', import.meta.url);

/** The last cell of each row of the tables that name tests. */
const cells =
  DOCUMENT.split('\n## Numbers')[0]
    ?.match(/^\|.*\|$/gm)
    ?.filter((row) => !/^\| What|^\|---/.test(row)) ?? [];
const named = cells.flatMap((row) =>
  (row.split(' | ').at(-1) ?? '')
    .replace(/ \|$/, '')
    .split(' · ')
    .map((one) => /^`(tests\/[\w./-]+)`: (.+)$/.exec(one) ?? [one, '', '']),
);

test('every row names a test', () => {
  expect(cells.length).toBeGreaterThan(40);
  expect(named.filter(([, file]) => !file).map(([cell]) => cell)).toEqual([]);
});

test('every test that is named is there', () => {
  const isThere = (file: string, title: string) =>
    existsSync(new URL(file, ROOT)) && readFileSync(new URL(file, ROOT), 'utf8').includes(title);
  expect(named.filter(([, file, title]) => !isThere(file ?? '', title ?? '')).map(([cell]) => cell)).toEqual([]);
});
