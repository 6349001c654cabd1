/** Homework as a column of a gradebook, in the same per cent as a session's. */
import type { HomeworkResult } from '#protocol/homework.ts';
import type { Homework } from '#db/homework.ts';
import type { Student } from '#db/students.ts';
import { type Gradebook, inPerCent } from '../exports/gradebooks.ts';

/** Who has played nothing to its end is not listed. */
export function homeworkGradebook(
  { title, createdAt }: Homework,
  results: readonly HomeworkResult[],
  roster: readonly Student[],
): Gradebook {
  const emails = new Map(roster.map(({ studentId, email }) => [studentId, email]));
  const grades = results
    .filter(({ moves }) => moves > 0)
    .map(({ studentId, name: realName, number: studentNumber, moves, rightMoves }) => {
      return { realName, studentNumber, email: emails.get(studentId) ?? null, grade: inPerCent(rightMoves / moves) };
    });
  return { title, createdAt, grades };
}
