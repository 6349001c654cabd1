/** What counts in homework (docs/decisions/homework.md). */
import { describe, expect, test } from 'vitest';
import type { HomeworkTry } from '#db/homework.ts';
import { grade } from '#server/homework/grade.ts';

const DUE = 1_000;
const TASKS = [
  { scenario: 'three-way-handshake', level: 1 },
  { scenario: 'half-close', level: 1 },
] as const;
const EACH = { tasks: TASKS, goal: null, dueAt: DUE };

/** Of so many moves so many right, the wrong ones first. */
function one(task: number, endedAt: number | null, rightMoves: number, changes: Partial<HomeworkTry> = {}): HomeworkTry {
  const moves = 10;
  const answers = Array.from({ length: moves }, (_, n) => n >= moves - rightMoves);
  const rest = { matchId: `m${task}-${endedAt}`, studentId: 's', playerId: 'p', points: 100 * rightMoves, isPlayed: endedAt !== null };
  return { ...rest, task, endedAt, moves, rightMoves, answers, ...changes };
}

const going = (task: number) => one(task, null, 0, { moves: 0, answers: [] });

describe('each task to its end', () => {
  test.each([
    { tries: [], now: 5, state: 'not-begun', isLate: false },
    { tries: [], now: DUE + 1, state: 'not-begun', isLate: true },
    { tries: [going(0)], now: 5, state: 'in-progress', isLate: false },
    { tries: [one(0, 5, 10)], now: DUE, state: 'in-progress', isLate: false },
    { tries: [one(0, 5, 10)], now: DUE + 1, state: 'in-progress', isLate: true },
    { tries: [one(0, 5, 0), one(1, DUE, 0)], now: DUE + 1, state: 'done', isLate: false },
    { tries: [one(0, 5, 0), one(1, DUE + 1, 0)], now: DUE + 1, state: 'done', isLate: true },
  ])('$state, late: $isLate', ({ tries, now, ...expected }) => {
    expect(grade(EACH, tries, now)).toMatchObject(expected);
  });

  test('the best try counts, by accuracy, then by points', () => {
    const tries = [one(0, 1, 6), one(0, 2, 8, { points: 5 }), one(0, 3, 8, { points: 7 }), one(0, 4, 7)];
    expect(grade(EACH, tries, 5).tasks[0]).toMatchObject({ rightMoves: 8, points: 7, tries: 4, doneAt: 1 });
  });

  test('one in time goes before all that are late', () => {
    const [task] = grade(EACH, [one(0, 5, 4), one(0, DUE + 1, 10)], DUE + 2).tasks;
    expect(task).toMatchObject({ rightMoves: 4, isLate: false });
    expect(grade(EACH, [one(0, DUE + 1, 3), one(0, DUE + 2, 10)], DUE + 3).tasks[0]).toMatchObject({ rightMoves: 10, isLate: true });
  });

  test('what was given up is a try that does not count', () => {
    const [task] = grade(EACH, [one(0, 5, 10, { isPlayed: false })], 6).tasks;
    expect(task).toMatchObject({ state: 'in-progress', moves: 0, rightMoves: 0, points: 0, tries: 1 });
  });

  test('all tasks together', () => {
    expect(grade(EACH, [one(0, 1, 6), one(1, 2, 10)], 5)).toMatchObject({ moves: 20, rightMoves: 16, points: 1_600, tries: 2, doneAt: 2 });
  });
});

describe('a goal', () => {
  const goal = { percent: 80, moves: 10 };
  const reach = (...tries: readonly HomeworkTry[]) => grade({ ...EACH, goal }, tries, DUE);

  test('is looked at over the last moves, whatever task they are of', () => {
    expect(reach(one(0, 1, 7))).toMatchObject({ state: 'in-progress', moves: 10, rightMoves: 7 });
    expect(reach(one(0, 1, 7), one(1, 2, 8))).toMatchObject({ state: 'done', moves: 10, rightMoves: 8, doneAt: 2 });
  });

  test('is not reached with fewer moves than it asks', () => {
    expect(reach(one(0, 1, 9, { answers: Array(9).fill(true) }))).toMatchObject({ state: 'in-progress', moves: 9, rightMoves: 9 });
  });

  test('stays reached, with the moves of that moment', () => {
    expect(reach(one(0, 1, 8), one(0, 2, 0))).toMatchObject({ state: 'done', rightMoves: 8, doneAt: 1, tries: 2 });
  });

  test('counts the moves of a match that was resigned', () => {
    const resigned = one(0, 2, 0, { isPlayed: false, answers: [false, false, false] });
    expect(reach(one(0, 1, 7), resigned)).toMatchObject({ moves: 10, rightMoves: 7 });
    expect(reach(one(0, 1, 7), resigned, one(0, 3, 9, { answers: Array(7).fill(true) }))).toMatchObject({
      state: 'in-progress',
      rightMoves: 7,
    });
  });

  test('that is reached after the due date is late', () => {
    expect(reach(one(0, DUE + 1, 10))).toMatchObject({ state: 'done', isLate: true });
  });
});
