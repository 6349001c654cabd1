import { expect, test } from 'vitest';
import { createCredits } from '#server/link-credits.ts';

const LIMITS = { messages: 4, messagesPerSecond: 1 };

test('a link has its messages, and time brings more', () => {
  let now = 0;
  const credits = createCredits(LIMITS, () => now);
  const said = () => credits.take('link', 'player');
  expect([said(), said(), said(), said(), said()]).toEqual([true, true, true, true, false]);
  now += 1_000;
  expect([said(), said()]).toEqual([true, false]);
});

test('a player has three times as many over all links, and others have theirs', () => {
  const credits = createCredits(LIMITS, () => 0);
  const said = Array.from({ length: 16 }, (_, n) => credits.take(`link ${n >> 2}`, 'player'));
  expect(said.filter(Boolean)).toHaveLength(12);
  expect(credits.take('another link', 'another player')).toBe(true);
});

test('a link ends that goes on in spite of a thousand refusals', () => {
  const credits = createCredits(LIMITS, () => 0);
  const abused = Array.from({ length: 1_001 }, () => credits.areAbused('link'));
  expect(abused.indexOf(true)).toBe(1_000);
});
