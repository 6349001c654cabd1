/** What the lines of a roster do to a class: whom each is about, and which of them contradict each other. */
import type { ImportedRow, ImportAnswer, RosterProblem } from '#protocol/classes.ts';
import type { PlannedStudent, Student } from '#db/students.ts';
import { problem, type ReadRoster, type RosterLine } from './read-roster.ts';

export type ImportPlan = { readonly answer: ImportAnswer; readonly planned: readonly PlannedStudent[] };

type Target = { readonly student: Student | null } | { readonly reason: 'two-students' | 'several-of-the-name' };

/** With a problem anywhere nothing is planned. */
export function planImport({ columns, lines, problems }: ReadRoster, roster: readonly Student[]): ImportPlan {
  const targetOf = targetsIn(roster);
  const targets = lines.map((line) => ({ line, target: targetOf(line) }));
  const doubles = doublesIn(lines);
  const all = [...problems, ...doubles, ...targets.flatMap(({ line, target }) => whyNot(line, target)), ...sameTargets(targets, doubles)];
  if (all.length > 0) return { answer: { columns, rows: [], problems: all.sort((a, b) => a.line - b.line) }, planned: [] };
  const acts = targets.map(({ line, target }) => actOf(line, 'student' in target ? target.student : null));
  return { answer: { columns, rows: acts.map(({ row }) => row), problems: [] }, planned: acts.flatMap(({ planned }) => planned ?? []) };
}

/** By number, else by e-mail, else by name where number and e-mail cannot tell. */
function targetsIn(roster: readonly Student[]): (line: RosterLine) => Target {
  const byNumber = new Map(roster.map((student) => [student.number, student]));
  const byEmail = new Map(roster.map((student) => [student.email, student]));
  return (line) => {
    const ofNumber = line.number === null ? undefined : byNumber.get(line.number);
    const ofEmail = line.email === null ? undefined : byEmail.get(line.email);
    if (ofNumber && ofEmail && ofNumber !== ofEmail) return { reason: 'two-students' };
    const known = ofNumber ?? ofEmail;
    return known ? { student: known } : byName(line, roster);
  };
}

function byName(line: RosterLine, roster: readonly Student[]): Target {
  const ofTheName = roster.filter((one) => one.name === line.name && (isKeyless(one) || isKeyless(line)));
  return ofTheName.length > 1 ? { reason: 'several-of-the-name' } : { student: ofTheName[0] ?? null };
}

function isKeyless({ email, number }: Pick<Student, 'email' | 'number'>): boolean {
  return email === null && number === null;
}

function whyNot({ line }: RosterLine, target: Target): readonly RosterProblem[] {
  return 'reason' in target ? [problem(line, target.reason)] : [];
}

/** What tells students apart stands twice in the file. */
function doublesIn(lines: readonly RosterLine[]): readonly RosterProblem[] {
  return [
    ...repeats(lines, ({ number }) => number).map(([line, other]) => problem(line, 'double-number', other)),
    ...repeats(lines, ({ email }) => email).map(([line, other]) => problem(line, 'double-email', other)),
    ...repeats(lines, (line) => (isKeyless(line) ? line.name : null)).map(([line, other]) => problem(line, 'double-name', other)),
  ];
}

/** Two lines are about the same student of the roster, one by number, say, and one by e-mail. */
function sameTargets(
  targets: readonly { readonly line: RosterLine; readonly target: Target }[],
  told: readonly RosterProblem[],
): readonly RosterProblem[] {
  const known = targets.flatMap(({ line, target }) =>
    'student' in target && target.student ? [{ ...line, student: target.student }] : [],
  );
  return repeats(known, ({ student }) => student.studentId)
    .filter(([line]) => !told.some((one) => one.line === line))
    .map(([line, other]) => problem(line, 'same-student', other));
}

/** Lines whose key an earlier one has, with that one. Null is no key. */
function repeats<T extends RosterLine>(lines: readonly T[], keyOf: (line: T) => string | null): readonly (readonly [number, number])[] {
  const first = new Map<string, number>();
  return lines.flatMap((row) => {
    const key = keyOf(row);
    if (key === null) return [];
    const before = first.get(key);
    if (before === undefined) first.set(key, row.line);
    return before === undefined ? [] : [[row.line, before] as const];
  });
}

/** An empty cell takes nothing away from what the roster knows. */
function actOf(line: RosterLine, known: Student | null): { readonly row: ImportedRow; readonly planned: PlannedStudent | null } {
  const details = { name: line.name, email: line.email ?? known?.email ?? null, number: line.number ?? known?.number ?? null };
  const isSame = known && known.name === details.name && known.email === details.email && known.number === details.number;
  const act = isSame ? 'unchanged' : known ? 'updated' : 'added';
  return { row: { line: line.line, act, ...details }, planned: isSame ? null : { studentId: known?.studentId ?? null, ...details } };
}
