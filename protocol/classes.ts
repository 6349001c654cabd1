/**
 * Classes and their rosters over HTTP, for the instructor who owns them: to everybody else there is no such class. Who asks is told by
 * the instructor's cookie. Real names, e-mails, student numbers and personal codes are in these answers and in no others.
 */
import * as z from 'zod';

export const CLASS_NAME_MAX = 80;
export const TERM_MAX = 40;
export const STUDENT_NAME_MAX = 100;
export const STUDENT_NUMBER_MAX = 40;
/** RFC 5321 §4.5.3.1.3. */
export const EMAIL_MAX = 254;

const name = z.string().trim().min(1).max(CLASS_NAME_MAX);
const term = z.string().trim().max(TERM_MAX);

/** GET /api/classes : newest first */
export type ClassSummary = {
  readonly classId: string;
  readonly name: string;
  /** In the instructor's own words; may be empty. */
  readonly term: string;
  readonly archived: boolean;
  /** Whether its students see its leaderboard, by nickname. */
  readonly boardOpen: boolean;
  readonly createdAt: number;
  readonly students: number;
};
export type ClassesAnswer = { readonly classes: readonly ClassSummary[] };

/** POST /api/classes · PATCH /api/classes/:id */
export const makeClassSchema = z.strictObject({ name, term });
export const changeClassSchema = z
  .strictObject({ name, term, archived: z.boolean(), boardOpen: z.boolean() })
  .partial()
  .refine((change) => Object.keys(change).length > 0);
export type ClassAnswer = { readonly class: ClassSummary };

/** DELETE /api/classes/:id : with its roster. `name` is the class's, to show that this one is meant. */
export const deleteClassSchema = z.strictObject({ name: z.string().max(200) });

/** GET /api/classes/:id */
export type StudentRow = {
  readonly studentId: string;
  readonly name: string;
  readonly email: string | null;
  readonly number: string | null;
  /** Eight letters in two groups, by which the student proves who they are. */
  readonly code: string;
  /** Whether the student has come yet: a player is known for them. */
  readonly joined: boolean;
};
export type RosterAnswer = { readonly class: ClassSummary; readonly students: readonly StudentRow[] };

/** POST /api/classes/:id/students · PATCH /api/classes/:id/students/:student. Empty is none; what may stand there is `bad-student-name`'s and others' to say. */
export const studentSchema = z.strictObject({ name: z.string().max(400), email: z.string().max(400), number: z.string().max(400) });
/** The same two, and POST /api/classes/:id/students/:student/code : a new personal code, which ends the one before it. */
export type StudentAnswer = { readonly student: StudentRow };

/** POST /api/classes/:id/students/import?dryRun=true : the octets of a CSV file as the body. */
export const ROSTER_OCTETS_MAX = 256 * 1_024;
export const ROSTER_ROWS_MAX = 2_000;

export const ROSTER_COLUMNS = ['name', 'givenName', 'familyName', 'email', 'number'] as const;
export type RosterColumn = (typeof ROSTER_COLUMNS)[number];

export const ROSTER_REASONS = [
  /** The file. */
  'unreadable',
  'workbook',
  'empty',
  'no-name-column',
  'open-quote',
  'too-many-rows',
  /** A row by itself. */
  'too-many-columns',
  'missing-name',
  'bad-name',
  'bad-email',
  'bad-number',
  'mangled-number',
  /** A row and another one of the file, `other`. */
  'double-email',
  'double-number',
  'double-name',
  'same-student',
  /** A row and the roster as it is. */
  'two-students',
  'several-of-the-name',
] as const;
export type RosterReason = (typeof ROSTER_REASONS)[number];
/** `line` counts from 1, as an editor does. */
export type RosterProblem = { readonly line: number; readonly reason: RosterReason; readonly other: number | null };

export type ImportedRow = {
  readonly line: number;
  readonly act: 'added' | 'updated' | 'unchanged';
  readonly name: string;
  readonly email: string | null;
  readonly number: string | null;
};
/**
 * With problems there are no rows, and nothing is saved: an import that is not a dry run is then refused (`bad-roster`).
 * `columns`: the headings of the file, and what each was read as; null was passed over.
 */
export type ImportAnswer = {
  readonly columns: readonly { readonly heading: string; readonly readAs: RosterColumn | null }[];
  readonly rows: readonly ImportedRow[];
  readonly problems: readonly RosterProblem[];
};

/** DELETE /api/classes/:id and DELETE /api/classes/:id/students/:student, which also erases the player */
export type ErasedAnswer = Record<never, never>;
/** GET /api/classes/:id/students/:student/export : a JSON file with everything that is kept of the student. */
