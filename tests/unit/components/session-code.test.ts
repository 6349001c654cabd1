import { describe, expect, test } from 'vitest';
import { digitsIn, groupDigits, isWholeCode } from '#components/session/session-code.ts';

describe('the six digits', () => {
  test.each([
    ['417902', '417902'],
    ['417 902', '417902'],
    [' 417-902\n', '417902'],
    ['４１７　９０２', '417902'],
    ['code: 417 902, round 3', '417902'],
    ['41', '41'],
    ['abc', ''],
  ])('%j are %s', (typed, digits) => {
    expect(digitsIn(typed)).toBe(digits);
  });

  test.each([
    ['', ''],
    ['417', '417'],
    ['4179', '417 9'],
    ['417902', '417 902'],
  ])('%j stands as %j', (digits, grouped) => {
    expect(groupDigits(digits)).toBe(grouped);
  });

  test('are six and nothing else', () => {
    expect(['41790', '417902', '4179021', '41790x'].map(isWholeCode)).toEqual([false, true, false, false]);
  });
});
