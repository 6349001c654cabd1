/** What an operator is warned of, and what not. */
import { expect, test } from 'vitest';
import { type Look, warningsOf } from '#server/operations/watch.ts';

const NOW = Date.parse('2026-11-26T12:00:00Z');
const DAY_MS = 86_400_000;
const GIB = 2 ** 30;
const WELL: Look = { free: 10 * GIB, openFiles: { open: 200, limit: 1_024 }, blockedMs: 40, safeSince: NOW - DAY_MS };

const said = (change: Partial<Look>) => warningsOf({ ...WELL, ...change }, NOW).map(({ warning }) => warning);

test('a machine that is well is no matter for a line', () => {
  expect(said({})).toEqual([]);
  expect(said({ openFiles: null })).toEqual([]);
});

test.each([
  ['disk-nearly-full', { free: GIB / 4 }],
  ['open-files', { openFiles: { open: 1_000, limit: 1_024 } }],
  ['blocked', { blockedMs: 1_200 }],
  ['backup-too-old', { safeSince: NOW - 8 * DAY_MS }],
] as const)('%s', (warning, change) => {
  expect(said(change)).toEqual([warning]);
});
