import { expect, test } from 'vitest';
import { takeMessage, type WatchedContest } from '#app/contest.ts';
import { STUDENT_SITUATIONS } from '#components/gallery/contest-situations.ts';

const { lobby, late } = STUDENT_SITUATIONS;
const known: WatchedContest = { view: lobby, now: 1_000, fault: 'too-many-messages' };

test('a newer view takes the place of the one that is known, and of a fault', () => {
  expect(takeMessage(known, { view: late, now: 2_000 })).toMatchObject({ view: late, now: 2_000, fault: null });
});

test('a view that was overtaken changes nothing', () => {
  expect(takeMessage(known, { view: late, now: 999 })).toBe(known);
});
