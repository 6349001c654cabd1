/** What an instructor sees of homework: the roster, and how far each has come. */
import { groupBy } from '#game/contest/group-by.ts';
import type { HomeworkResult, HomeworkSummary } from '#protocol/homework.ts';
import type { Homework, HomeworkStore } from '#db/homework.ts';
import type { Student } from '#db/students.ts';
import { grade } from './grade.ts';

export function resultsOf(store: HomeworkStore, homework: Homework, roster: readonly Student[], now: number): readonly HomeworkResult[] {
  const byStudent = groupBy(store.tries(homework), ({ studentId }) => studentId);
  return roster.map(({ studentId, name, number }) => {
    const { tasks, ...work } = grade(homework, byStudent.get(studentId) ?? [], now);
    return { studentId, name, number, ...work, tasksDone: tasks.filter(({ state }) => state === 'done').length };
  });
}

export function summaryOf({ id, classId: _, ...homework }: Homework, results: readonly HomeworkResult[]): HomeworkSummary {
  const done = results.filter(({ state }) => state === 'done');
  return {
    homeworkId: id,
    ...homework,
    students: results.length,
    begun: results.filter(({ state }) => state !== 'not-begun').length,
    done: done.length,
    doneLate: done.filter(({ isLate }) => isLate).length,
  };
}
