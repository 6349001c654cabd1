/** Middleware for routes that are an instructor's, or an administrator's. The handler finds who asks in `c.var.instructor`. */
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { InstructorRole } from '#protocol/instructors.ts';
import { refuse } from '../answers.ts';
import type { Instructor, InstructorSessions } from './sessions.ts';

export type ByInstructor = { Variables: { instructor: Instructor } };

/** `instructor` lets administrators in as well. */
export function only(role: InstructorRole, { instructorOf }: Pick<InstructorSessions, 'instructorOf'>) {
  return createMiddleware<ByInstructor>(async (c, next) => {
    const instructor = await instructorOf(cookieOf(c));
    if (!instructor) return refuse(c, 'not-an-instructor');
    if (role === 'admin' && instructor.account.role !== 'admin') return refuse(c, 'not-an-admin');
    c.set('instructor', instructor);
    await next();
  });
}

export function cookieOf(c: Context): string | undefined {
  return c.req.header('cookie');
}
