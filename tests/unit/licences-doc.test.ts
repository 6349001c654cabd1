/** What the product runs with may be given to anybody. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ALLOWED, licencesDoc, licensed } from '../../scripts/licences-doc.ts';

test('every licence is among those that are allowed', () => {
  expect(licensed().filter(({ licence }) => !(licence in ALLOWED))).toEqual([]);
});

test('docs/licences.md is up to date: npm run docs:licences', () => {
  expect(readFileSync('docs/licences.md', 'utf8')).toBe(licencesDoc());
});

test('an installed package has the licence that the lock file says', () => {
  const installed = JSON.parse(readFileSync('node_modules/better-sqlite3/package.json', 'utf8')) as { license: string };
  expect(licensed().find(({ name }) => name === 'better-sqlite3')?.licence).toBe(installed.license);
});
