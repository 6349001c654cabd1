import { expect, test } from 'vitest';
import { startOf } from '#server/periods.ts';

const at = (text: string) => Date.parse(text);

test.each([
  ['a Monday, at its first instant', '2026-11-23T00:00:00.000Z', '2026-11-23', '2026-11-23'],
  ['a Sunday, at its last instant', '2026-11-22T23:59:59.999Z', '2026-11-22', '2026-11-16'],
  ['a Thursday', '2026-11-26T12:00:00Z', '2026-11-26', '2026-11-23'],
  ['the turn of a year', '2027-01-01T08:00:00Z', '2027-01-01', '2026-12-28'],
  ['the day that is added in a leap year', '2028-02-29T10:00:00Z', '2028-02-29', '2028-02-28'],
])('%s', (_, now, day, week) => {
  expect(startOf('today', at(now))).toBe(at(`${day}T00:00:00Z`));
  expect(startOf('week', at(now))).toBe(at(`${week}T00:00:00Z`));
  expect(startOf('all', at(now))).toBe(0);
});
