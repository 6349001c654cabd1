/** How far a student has come: what counts of the tries, and whether it was in time (docs/decisions/homework.md). */
import type { HomeworkGoal, Work } from '#protocol/homework.ts';
import type { Homework, HomeworkTry } from '#db/homework.ts';

export type Graded = Work & { readonly tasks: readonly Work[] };
type Terms = Pick<Homework, 'tasks' | 'goal' | 'dueAt'>;
type Counted = Pick<Work, 'moves' | 'rightMoves'>;

/** `tries`: of one student, in the order in which they ended; those that go on come last. */
export function grade({ tasks, goal, dueAt }: Terms, tries: readonly HomeworkTry[], now: number): Graded {
  const graded = tasks.map((_, task) => gradeTask(of(tries, task), dueAt, now));
  const points = sumOf(graded, 'points');
  const reached = goal ? lookAt(goal, tries) : allOf(graded);
  return { ...workOf(tries, reached.doneAt, dueAt, now), ...reached.counted, points, tasks: graded };
}

function of(tries: readonly HomeworkTry[], task: number): readonly HomeworkTry[] {
  return tries.filter((one) => one.task === task);
}

/** The best try counts; one in time goes before all that are late, so that to practise on harms nobody. */
function gradeTask(tries: readonly HomeworkTry[], dueAt: number, now: number): Work {
  const played = tries.filter(({ isPlayed }) => isPlayed);
  const inTime = played.filter(({ endedAt }) => endedAt !== null && endedAt <= dueAt);
  const [best] = [...(inTime.length > 0 ? inTime : played)].sort(byWorth);
  const { moves, rightMoves, points } = best ?? { moves: 0, rightMoves: 0, points: 0 };
  return { ...workOf(tries, played[0]?.endedAt ?? null, dueAt, now), moves, rightMoves, points };
}

function byWorth(a: HomeworkTry, b: HomeworkTry): number {
  return shareOf(b) - shareOf(a) || b.points - a.points;
}

function shareOf({ moves, rightMoves }: Counted): number {
  return moves > 0 ? rightMoves / moves : 0;
}

function workOf(tries: readonly HomeworkTry[], doneAt: number | null, dueAt: number, now: number) {
  const state = doneAt !== null ? 'done' : tries.length > 0 ? 'in-progress' : 'not-begun';
  return { state, isLate: (doneAt ?? now) > dueAt, doneAt, tries: tries.length } as const;
}

/** Done with the last of the tasks that was done for the first time. */
function allOf(tasks: readonly Work[]) {
  const done = tasks.flatMap(({ doneAt }) => doneAt ?? []);
  const doneAt = done.length === tasks.length ? Math.max(...done) : null;
  return { doneAt, counted: { moves: sumOf(tasks, 'moves'), rightMoves: sumOf(tasks, 'rightMoves') } };
}

/** Looked at after each try, those that were given up too. What was reached once stays reached. */
function lookAt(goal: HomeworkGoal, tries: readonly HomeworkTry[]) {
  const ended = tries.filter(({ endedAt }) => endedAt !== null);
  let counted: Counted = { moves: 0, rightMoves: 0 };
  for (const [n, { endedAt }] of ended.entries()) {
    const last = ended
      .slice(0, n + 1)
      .flatMap(({ answers }) => answers)
      .slice(-goal.moves);
    counted = { moves: last.length, rightMoves: last.filter(Boolean).length };
    if (counted.moves === goal.moves && counted.rightMoves * 100 >= goal.percent * goal.moves) return { doneAt: endedAt, counted };
  }
  return { doneAt: null, counted };
}

function sumOf(works: readonly Work[], what: 'moves' | 'rightMoves' | 'points'): number {
  return works.reduce((sum, work) => sum + work[what], 0);
}
