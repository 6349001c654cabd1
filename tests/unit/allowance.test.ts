import { expect, test } from 'vitest';
import { createAllowance } from '#server/allowance.ts';

test('a burst, then as much as time brings, for each key apart', () => {
  let now = 0;
  const { take } = createAllowance(3, 0.5, () => now);
  const takeFour = (key: string) => [take(key), take(key), take(key), take(key)];
  expect(takeFour('a')).toEqual([true, true, true, false]);
  expect(takeFour('b')).toEqual([true, true, true, false]);
  now = 2_000;
  expect([take('a'), take('a')]).toEqual([true, false]);
  now = 1_000_000;
  expect(takeFour('a')).toEqual([true, true, true, false]);
});

test('many addresses do not make room for those that have used theirs up', () => {
  let now = 0;
  const { take } = createAllowance(1, 0.001, () => now);
  take('greedy');
  for (let n = 0; n < 20_000; n += 1) take(`address ${n}`);
  now = 10;
  expect(take('greedy')).toBe(false);
});
