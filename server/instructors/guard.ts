/** Who may come in: middleware for routes that are an instructor's, or an administrator's. The handler finds them in `c.var.instructor`. */
import { createMiddleware } from 'hono/factory';
import type { Context } from 'hono';
import { refuse } from '../answers.ts';
import type { Instructor, InstructorSessions } from './sessions.ts';

export type ByInstructor = { Variables: { instructor: Instructor } };
type Who = Pick<InstructorSessions, 'instructorOf'>;

export function forInstructors({ instructorOf }: Who) {
  return createMiddleware<ByInstructor>(async (c, next) => {
    const instructor = await instructorOf(cookieOf(c));
    if (!instructor) return refuse(c, 'not-an-instructor');
    c.set('instructor', instructor);
    await next();
  });
}

export function forAdmins({ instructorOf }: Who) {
  return createMiddleware<ByInstructor>(async (c, next) => {
    const instructor = await instructorOf(cookieOf(c));
    if (!instructor) return refuse(c, 'not-an-instructor');
    if (instructor.account.role !== 'admin') return refuse(c, 'not-an-admin');
    c.set('instructor', instructor);
    await next();
  });
}

export function cookieOf(c: Context): string | undefined {
  return c.req.header('cookie');
}
