import { expect, test } from 'vitest';
import { createReach } from '#server/contests/reach.ts';

test('who left lately can be paired; after a start of the host everybody may have been here a moment ago', () => {
  let now = 0;
  const here = new Set(['ada']);
  const reach = createReach(
    (playerId) => here.has(playerId),
    () => now,
  );
  now = 60_000;
  expect(['ada', 'bo'].map(reach.isReachable)).toEqual([true, true]);
  here.delete('ada');
  reach.changed('ada');
  now = 150_000;
  expect(['ada', 'bo'].map(reach.isReachable)).toEqual([true, false]);
  now = 200_000;
  expect(reach.isReachable('ada')).toBe(false);
});
