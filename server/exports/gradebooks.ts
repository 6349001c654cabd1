/**
 * Grades in the shapes that Canvas and Moodle import. A grade is the share of right moves, in per cent: who came late is not marked for
 * the rounds before. Only students of the roster who were asked something are listed, so that an import changes nobody else's grade.
 */
import { groupBy } from '#game/contest/group-by.ts';
import type { ExportedResult, ExportedStudent, SessionExport } from '#protocol/exports.ts';
import { type Cell, cellsToCsv } from './csv.ts';

const POINTS_POSSIBLE = 100;

type Graded = { readonly realName: string; readonly studentNumber: string | null; readonly email: string | null; readonly grade: number };
/** One column of a gradebook: of a session, or of homework. */
export type Gradebook = { readonly title: string; readonly createdAt: number; readonly grades: readonly Graded[] };

/** Canvas finds a student by the SIS ids, else by name; `ID` is its own. The columns before the grades have to be these, in this order. */
export function canvasGradebook(book: Gradebook): string {
  const students = byName(book).map(({ realName, studentNumber, email, grade }): readonly Cell[] => [
    realName,
    null,
    studentNumber,
    email,
    null,
    grade,
  ]);
  return cellsToCsv([
    ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', columnOf(book)],
    ['    Points Possible', null, null, null, null, POINTS_POSSIBLE],
    ...students,
  ]);
}

/**
 * Moodle is told which column to find students by. A row that is empty there is counted for the student of the row before: what is
 * not known has a text in its place that fits nobody, and the import says so.
 */
export function moodleGradebook(book: Gradebook): string {
  const students = byName(book).map(({ realName, studentNumber, email, grade }): readonly Cell[] => [
    realName,
    studentNumber ?? `no ID number: ${realName}`,
    email ?? `no email address: ${realName}`,
    grade,
  ]);
  return cellsToCsv([['Full name', 'ID number', 'Email address', columnOf(book)], ...students]);
}

/** Of a title with "(12)" Canvas would take the 12 for the number of one of its assignments. */
function columnOf({ title, createdAt }: Gradebook): string {
  const day = new Date(createdAt).toISOString().slice(0, 10);
  return `Last ACK: ${title.replaceAll(/\((\d+)\)/g, '[$1]')} ${day}`;
}

export function sessionGradebook({ title, createdAt, students, results }: SessionExport): Gradebook {
  const byNumber = groupBy(results, ({ number }) => number);
  const grades = students.filter(isKnown).flatMap((student) => {
    const played = byNumber.get(student.number) ?? [];
    const [moves, rightMoves] = [sumOf(played, 'moves'), sumOf(played, 'rightMoves')];
    return moves > 0 ? [{ ...student, grade: inPerCent(rightMoves / moves) }] : [];
  });
  return { title, createdAt, grades };
}

function byName({ grades }: Gradebook): readonly Graded[] {
  return [...grades].sort((a, b) => a.realName.localeCompare(b.realName, 'en'));
}

function isKnown(student: ExportedStudent): student is ExportedStudent & { readonly realName: string } {
  return student.realName !== null;
}

function sumOf(results: readonly ExportedResult[], what: 'moves' | 'rightMoves'): number {
  return results.reduce((sum, result) => sum + result[what], 0);
}

/** To two places, as Canvas shows them. */
export function inPerCent(share: number): number {
  return Math.round(share * POINTS_POSSIBLE * 100) / 100;
}
