/** The rosters of classes. */
import { and, asc, eq, sql } from 'drizzle-orm';
import { students } from './class-schema.ts';
import { entrants } from './contest-schema.ts';
import { erasePlayer } from './erasure.ts';
import { homeworkTries } from './homework-schema.ts';
import type { Database } from './open.ts';
import { matches } from './schema.ts';
import { sqliteCodeOf } from './store-error.ts';

export type StudentDetails = { readonly name: string; readonly email: string | null; readonly number: string | null };
export type Student = StudentDetails & {
  readonly studentId: string;
  readonly code: string;
  readonly playerId: string | null;
  readonly createdAt: number;
};
/** `studentId` null: a new one. */
export type PlannedStudent = StudentDetails & { readonly studentId: string | null };

export type StudentStore = {
  /** In the order in which they came. */
  list(classId: string): Promise<readonly Student[]>;
  find(classId: string, studentId: string): Promise<Student | null>;
  /** Null where another one of the class has the e-mail or the number. */
  add(classId: string, details: StudentDetails): Promise<Student | null>;
  change(student: Student, details: StudentDetails): Promise<Student | null>;
  renewCode(student: Student): Promise<Student>;
  /** `plan` is given the roster as it is and says what is to be; null leaves all of it alone. */
  save(classId: string, plan: (roster: readonly Student[]) => readonly PlannedStudent[] | null): Promise<boolean>;
  /** The one with that code, as it was made. */
  idOfCode(classId: string, code: string): string | null;
  /** The one of the class who plays as that player. */
  idOfPlayer(classId: string, playerId: string): string | null;
  nameOf(studentId: string): string | null;
  /** The student plays as that player, and whoever of the class did so before no longer does. */
  linkPlayer(studentId: string, playerId: string): Promise<void>;
  /** As whom the student has played: a new phone is a new player. */
  playersOf(student: Student): readonly string[];
  /** The row, and whatever there is of the student's players, whose ids are the answer. */
  erase(student: Student): Promise<readonly string[]>;
};

export type StudentStoreNeeds = { readonly now: () => number; readonly newId: () => string; readonly newCode: () => string };

const SHOWN = {
  studentId: students.id,
  name: students.name,
  email: students.email,
  number: students.number,
  code: students.code,
  playerId: students.playerId,
  createdAt: students.createdAt,
};

export function createStudentStore({ orm, write }: Database, { now, newId, newCode }: StudentStoreNeeds): StudentStore {
  const isStudent = (studentId: string) => eq(students.id, studentId);

  /** A whole file comes in one instant. */
  function list(classId: string): readonly Student[] {
    return orm.select(SHOWN).from(students).where(eq(students.classId, classId)).orderBy(asc(students.createdAt), sql`rowid`).all();
  }

  function unusedCode(): string {
    for (;;) {
      const code = newCode();
      if (!orm.select({ code: students.code }).from(students).where(eq(students.code, code)).get()) return code;
    }
  }

  function insert(classId: string, { name, email, number }: StudentDetails): Student {
    const id = newId();
    const row = { name, email, number, code: unusedCode(), playerId: null, createdAt: now() };
    orm
      .insert(students)
      .values({ id, classId, ...row })
      .run();
    return { studentId: id, ...row };
  }

  function update(studentId: string, { name, email, number }: StudentDetails): void {
    orm.update(students).set({ name, email, number }).where(isStudent(studentId)).run();
  }

  function renewCode(student: Student): Student {
    const code = unusedCode();
    orm.update(students).set({ code }).where(isStudent(student.studentId)).run();
    return { ...student, code };
  }

  function save(classId: string, planned: readonly PlannedStudent[]): void {
    for (const { studentId, ...details } of planned) {
      if (studentId === null) insert(classId, details);
      else update(studentId, details);
    }
  }

  function linkPlayer(studentId: string, playerId: string): void {
    const student = orm.select({ classId: students.classId }).from(students).where(isStudent(studentId)).get();
    if (!student) return;
    const isOther = and(eq(students.classId, student.classId), eq(students.playerId, playerId));
    orm.update(students).set({ playerId: null }).where(isOther).run();
    orm.update(students).set({ playerId }).where(isStudent(studentId)).run();
  }

  function playersOf({ studentId, playerId }: Student): readonly string[] {
    const came = orm.select({ playerId: entrants.playerId }).from(entrants).where(eq(entrants.studentId, studentId)).all();
    const homework = orm
      .select({ playerId: matches.player0 })
      .from(homeworkTries)
      .innerJoin(matches, eq(matches.id, homeworkTries.matchId));
    const played = homework.where(eq(homeworkTries.studentId, studentId)).all();
    return [...new Set([playerId, ...[...came, ...played].map((one) => one.playerId)])].filter((id) => id !== null);
  }

  /** With the row, entrants forget whose they were. */
  function erase(student: Student): readonly string[] {
    const isIt = isStudent(student.studentId);
    const playerIds = playersOf(orm.select(SHOWN).from(students).where(isIt).get() ?? student);
    orm.delete(students).where(isIt).run();
    for (const playerId of playerIds) erasePlayer(orm, playerId);
    return playerIds;
  }

  return {
    list: async (classId) => list(classId),
    find: async (classId, studentId) =>
      orm
        .select(SHOWN)
        .from(students)
        .where(and(isStudent(studentId), eq(students.classId, classId)))
        .get() ?? null,
    add: (classId, details) => unlessDouble(write(() => insert(classId, details))),
    change: (student, details) =>
      unlessDouble(
        write(() => {
          update(student.studentId, details);
          return { ...student, ...details };
        }),
      ),
    renewCode: (student) => write(() => renewCode(student)),
    save: (classId, plan) =>
      write(() => {
        const planned = plan(list(classId));
        if (planned) save(classId, planned);
        return planned !== null;
      }),
    idOfCode: (classId, code) => {
      const isIt = and(eq(students.classId, classId), eq(students.code, code));
      return orm.select({ id: students.id }).from(students).where(isIt).get()?.id ?? null;
    },
    idOfPlayer: (classId, playerId) => {
      const isIt = and(eq(students.classId, classId), eq(students.playerId, playerId));
      return orm.select({ id: students.id }).from(students).where(isIt).get()?.id ?? null;
    },
    nameOf: (studentId) => orm.select({ name: students.name }).from(students).where(isStudent(studentId)).get()?.name ?? null,
    linkPlayer: (studentId, playerId) => write(() => linkPlayer(studentId, playerId)),
    playersOf,
    erase: (student) => write(() => erase(student)),
  };
}

async function unlessDouble<T>(written: Promise<T>): Promise<T | null> {
  try {
    return await written;
  } catch (error) {
    if (sqliteCodeOf(error) === 'SQLITE_CONSTRAINT_UNIQUE') return null;
    throw error;
  }
}
