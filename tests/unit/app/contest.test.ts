import { expect, test } from 'vitest';
import { takeMessage, type WatchedContest } from '#app/contest.ts';
import { STUDENT_SITUATIONS } from '#components/gallery/contest-situations.ts';

const { lobby, late } = STUDENT_SITUATIONS;
const known: WatchedContest = { view: lobby, now: 1_000, ahead: 40, fault: 'too-many-messages' };

test('a newer view takes the place of the one that is known, and of a fault', () => {
  expect(takeMessage(known, { view: late, now: 2_000 }, 2_000)).toMatchObject({ view: late, now: 2_000, fault: null });
});

test('a view that was overtaken changes nothing', () => {
  expect(takeMessage(known, { view: late, now: 999 }, 2_000)).toBe(known);
});

test('the host’s clock is estimated by the message that was fastest', () => {
  expect(takeMessage(known, { view: late, now: 2_000 }, 1_950).ahead).toBe(50);
  expect(takeMessage(known, { view: late, now: 2_000 }, 2_500).ahead).toBe(40);
});
