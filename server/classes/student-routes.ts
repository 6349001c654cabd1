/** The roster of a class: one student at a time, or a CSV file (protocol/classes.ts). */
import { type Context, Hono } from 'hono';
import { type ErasedAnswer, type StudentAnswer, type StudentRow, studentSchema } from '#protocol/classes.ts';
import type { Class } from '#db/classes.ts';
import type { Database } from '#db/open.ts';
import { readPlayerData } from '#db/player-data.ts';
import type { Student, StudentDetails, StudentStore } from '#db/students.ts';
import type { Fault } from '#protocol/faults.ts';
import { bodyOf, refuse } from '../answers.ts';
import type { ByInstructor } from '../instructors/guard.ts';
import type { InClass } from './class-routes.ts';
import { checkStudent, type StudentReason } from './check-student.ts';
import { planImport } from './plan-import.ts';
import { readRoster } from './read-roster.ts';

export type StudentNeeds = {
  readonly database: Database;
  readonly students: StudentStore;
  readonly inClass: InClass;
  readonly forgetPlayer: (playerId: string) => Promise<void>;
};

/** Whose body is a file of its own size. */
export const IMPORT_PATH = /^\/api\/classes\/[^/]+\/students\/import$/;

export function studentRoutes({ database, students, inClass, forgetPlayer }: StudentNeeds): Hono<ByInstructor> {
  const routes = new Hono<ByInstructor>();
  const withStudent = (answer: (c: Context, student: Student, known: Class) => Promise<Response>) =>
    inClass(async (c, known) => {
      const student = await students.find(known.classId, c.req.param('student') ?? '');
      return student ? answer(c, student, known) : refuse(c, 'no-such-student');
    });

  routes.post(
    '/:id/students',
    inClass(async (c, { classId }) => {
      const checked = await detailsIn(c);
      if (typeof checked === 'string') return refuse(c, checked);
      return answerStudent(c, await students.add(classId, checked));
    }),
  );

  routes.post(
    '/:id/students/import',
    inClass(async (c, { classId }) => {
      const read = readRoster(new Uint8Array(await c.req.arrayBuffer()));
      if (c.req.query('dryRun') === 'true') return c.json(planImport(read, await students.list(classId)).answer);
      let plan = planImport(read, []);
      const isSaved = await students.save(classId, (roster) => {
        plan = planImport(read, roster);
        return plan.answer.problems.length === 0 ? plan.planned : null;
      });
      return isSaved ? c.json(plan.answer) : refuse(c, 'bad-roster');
    }),
  );

  routes.patch(
    '/:id/students/:student',
    withStudent(async (c, student) => {
      const checked = await detailsIn(c);
      if (typeof checked === 'string') return refuse(c, checked);
      return answerStudent(c, await students.change(student, checked));
    }),
  );

  routes.post(
    '/:id/students/:student/code',
    withStudent(async (c, student) => answerStudent(c, await students.renewCode(student))),
  );

  routes.get(
    '/:id/students/:student/export',
    withStudent(async (c, student, known) => {
      const { playerId: _, ...row } = student;
      c.header('content-disposition', `attachment; filename="last-ack-student-${row.studentId}.json"`);
      const { name, term } = known;
      const players = await Promise.all(students.playersOf(student).map((playerId) => readPlayerData(database, playerId)));
      return c.json({ class: { name, term }, student: row, players });
    }),
  );

  routes.delete(
    '/:id/students/:student',
    withStudent(async (c, student) => {
      for (const playerId of await students.erase(student)) await forgetPlayer(playerId);
      return c.json({} satisfies ErasedAnswer);
    }),
  );

  return routes;
}

function answerStudent(c: Context, student: Student | null) {
  return student ? c.json({ student: toStudentRow(student) } satisfies StudentAnswer) : refuse(c, 'student-exists');
}

export function toStudentRow({ playerId, createdAt: _, ...row }: Student): StudentRow {
  return { ...row, joined: playerId !== null };
}

const FAULT_OF = {
  'missing-name': 'bad-student-name',
  'bad-name': 'bad-student-name',
  'bad-email': 'bad-email',
  'bad-number': 'bad-student-number',
  'mangled-number': 'bad-student-number',
} as const satisfies Record<StudentReason, Fault>;

async function detailsIn(c: Context): Promise<StudentDetails | Fault> {
  const body = await bodyOf(c, studentSchema);
  if (!body) return 'bad-message';
  const checked = checkStudent(body);
  if (checked.ok) return checked.details;
  const [reason] = checked.reasons;
  return reason === undefined ? 'bad-message' : FAULT_OF[reason];
}
