import { expect, test } from 'vitest';
import { longestWordWidth, nameWidth } from '#components/projector/name-width.ts';

test.each([
  ['Zoë', 3],
  ['Lively Wren', 11],
  ['安静的白鹭', 10],
  ['ｗｉｄｅ', 8],
  ['梅 Mei', 6],
  ['👩', 2],
])('%s is %i halves of an em wide', (name, width) => {
  expect(nameWidth(name)).toBe(width);
});

test.each([
  ['Lively Wren', 6],
  ['Maximiliane-Charlott', 12],
  ['安静的白鹭', 10],
])('the longest word of %s is %i wide: it is broken at a space and after a hyphen', (name, width) => {
  expect(longestWordWidth(name)).toBe(width);
});
