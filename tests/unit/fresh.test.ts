import { expect, test } from 'vitest';
import { createFresh } from '#server/fresh.ts';

test.each([3_000, -3_600_000])('an answer is read anew when the clock has moved by %i ms, also backwards', async (by) => {
  let now = 10_000_000;
  let reads = 0;
  const fresh = createFresh<number>(3_000, () => now);
  const ask = () => fresh('board', async () => ++reads);
  expect([await ask(), await ask()]).toEqual([1, 1]);
  now += by;
  expect(await ask()).toBe(2);
});
