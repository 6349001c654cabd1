/** When a card comes again. The figures are FSRS's (ts-fsrs 5, its usual parameters): a change of them would move everybody's cards. */
import { describe, expect, test } from 'vitest';
import { foldReviews, gradeOf, isDue, recallAt, review, type CardState, type Grade, type Review } from '#game/quiz/schedule.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const MONDAY = Date.UTC(2026, 10, 23, 9);

const reviewAt = (grade: Grade, at: number): Review => ({ card: 'rule:data', grade, at });

/** The card answered with those grades, each on the moment when it was due; how long until it comes again after each. */
function intervalsOf(grades: readonly Grade[]): readonly number[] {
  let state: CardState | null = null;
  return grades.map((grade) => {
    const at: number = state?.due ?? MONDAY;
    state = review(state, reviewAt(grade, at));
    return state.due - at;
  });
}

describe('a card comes again', () => {
  test('ever later as long as it is known', () => {
    expect(intervalsOf([3, 3, 3, 3]).map((ms) => ms / DAY)).toEqual([2, 11, 46, 163]);
  });

  test('ten minutes after a wrong answer, be it the first or a lapse, and in days once it is known again', () => {
    expect(intervalsOf([1, 3])[0]).toBe(10 * MINUTE);
    expect(intervalsOf([3, 3, 1, 3]).slice(2)).toEqual([10 * MINUTE, 2 * DAY]);
  });

  test('sooner after a right answer with a hint than without', () => {
    const [hinted = 0, right = 0] = [intervalsOf([3, 2])[1], intervalsOf([3, 3])[1]];
    expect(hinted).toBeGreaterThan(0);
    expect(hinted).toBeLessThan(right);
  });
});

test('the same reviews give the same schedule in whatever order they come', () => {
  const reviews = ([3, 1, 3, 2, 3, 4] as const).map((grade, n) => reviewAt(grade, MONDAY + n * 1.7 * DAY));
  const [first, second, ...rest] = reviews as [Review, Review, ...Review[]];
  const folded = foldReviews(reviews);
  expect(folded).toEqual(reviews.reduce<CardState | null>(review, null));
  expect(foldReviews([...rest, second, first])).toEqual(folded);
  expect(foldReviews(JSON.parse(JSON.stringify(reviews.toReversed())))).toEqual(folded);
});

test('two answers of one moment give the same schedule in either order', () => {
  const [wrong, right] = [reviewAt(1, MONDAY), reviewAt(3, MONDAY)];
  expect(foldReviews([wrong, right])).toEqual(foldReviews([right, wrong]));
});

test('a state that was stored and read goes on as one that was not', () => {
  const state = review(review(null, reviewAt(1, MONDAY)), reviewAt(3, MONDAY + 10 * MINUTE));
  const stored: CardState = JSON.parse(JSON.stringify(state));
  expect(review(stored, reviewAt(3, MONDAY + 3 * DAY))).toEqual(review(state, reviewAt(3, MONDAY + 3 * DAY)));
});

test('a clock that was put back does no harm', () => {
  const state = review(null, reviewAt(3, MONDAY));
  expect(review(state, reviewAt(3, MONDAY - 5 * DAY))).toEqual(review(state, reviewAt(3, MONDAY)));
});

test('without reviews there is no card', () => {
  expect(foldReviews([])).toBeNull();
});

test('repetitions, lapses and the last answer are kept', () => {
  const state = foldReviews([reviewAt(3, MONDAY), reviewAt(3, MONDAY + 2 * DAY), reviewAt(1, MONDAY + 13 * DAY)]);
  expect(state).toMatchObject({ reps: 3, lapses: 1, wasRight: false, phase: 'relearning', lastReview: MONDAY + 13 * DAY });
  expect(state && review(state, reviewAt(3, state.due))).toMatchObject({ reps: 4, lapses: 1, wasRight: true, phase: 'review' });
});

test('recall is certain at the answer, about nine in ten when the card is due, and falls on', () => {
  const state = review(review(null, reviewAt(3, MONDAY)), reviewAt(3, MONDAY + 2 * DAY));
  expect(recallAt(state, state.lastReview)).toBe(1);
  expect(recallAt(state, state.due)).toBeCloseTo(0.9, 1);
  expect(recallAt(state, state.due + 60 * DAY)).toBeLessThan(0.8);
  expect(recallAt(state, state.due + 60 * DAY)).toBeGreaterThan(0);
});

test('a card is due from its moment on', () => {
  const state = review(null, reviewAt(3, MONDAY));
  expect(isDue(state, state.due - 1)).toBe(false);
  expect(isDue(state, state.due)).toBe(true);
});

test('an answer is graded by whether it was right, and a hint makes it hard', () => {
  expect(gradeOf({ right: true, hinted: false })).toBe(3);
  expect(gradeOf({ right: true, hinted: true })).toBe(2);
  expect(gradeOf({ right: false, hinted: true })).toBe(1);
  expect(gradeOf({ right: false, hinted: false })).toBe(1);
});
