/** Routes for a class of the instructor who asks. */
import type { Context } from 'hono';
import { refuse } from '../answers.ts';
import type { ByInstructor } from '../instructors/guard.ts';

type In = Context<ByInstructor>;

/** The class is the `id` of the path. Somebody else's is refused as one that is not there: nobody learns what others have. */
export function inOwnClass(isOwnClass: (classId: string, ownerId: string) => boolean) {
  return (answer: (c: In, classId: string) => Response | Promise<Response>) => (c: In) => {
    const classId = c.req.param('id') ?? '';
    return isOwnClass(classId, c.var.instructor.account.id) ? answer(c, classId) : refuse(c, 'no-such-class');
  };
}
