/** Classes, for their owners (protocol/classes.ts). */
import { type Context, Hono } from 'hono';
import {
  changeClassSchema,
  type ClassAnswer,
  type ClassesAnswer,
  deleteClassSchema,
  type ErasedAnswer,
  makeClassSchema,
  type RosterAnswer,
} from '#protocol/classes.ts';
import type { Class } from '#db/classes.ts';
import type { Database } from '#db/open.ts';
import { bodyOf, refuse } from '../answers.ts';
import type { ByInstructor } from '../instructors/guard.ts';
import type { Rosters } from './rosters.ts';
import { studentRoutes, toStudentRow } from './student-routes.ts';
import { makeKey } from '../chance.ts';

export type ClassNeeds = Rosters & {
  readonly database: Database;
  /** What memory holds of a player who has been erased. */
  readonly forgetPlayer: (playerId: string) => Promise<void>;
  readonly now: () => number;
};

type In = Context<ByInstructor>;
/** What a route does for a class of the one who asks. */
export type InClass = (answer: (c: In, known: Class) => Promise<Response>) => (c: In) => Promise<Response>;

/** Stands under /classes, where `server/api.ts` lets instructors in and nobody else. */
export function classRoutes({ database, classes, students, forgetPlayer, now }: ClassNeeds): Hono<ByInstructor> {
  const routes = new Hono<ByInstructor>();
  const ownerOf = (c: In) => c.var.instructor.account.id;

  /** Somebody else's class is refused as one that is not there: nobody learns what others have. */
  const inClass: InClass = (answer) => async (c) => {
    const known = await classes.find(ownerOf(c), c.req.param('id') ?? '');
    return known ? answer(c, known) : refuse(c, 'no-such-class');
  };

  routes.get('/', async (c) => c.json({ classes: await classes.list(ownerOf(c)) } satisfies ClassesAnswer));

  routes.post('/', async (c) => {
    const details = await bodyOf(c, makeClassSchema);
    if (!details) return refuse(c, 'bad-message');
    const made = { classId: makeKey(), ...details, archived: false, boardOpen: false, createdAt: now(), students: 0 };
    await classes.add(ownerOf(c), made);
    return c.json({ class: made } satisfies ClassAnswer);
  });

  routes.get(
    '/:id',
    inClass(async (c, known) => {
      const roster = await students.list(known.classId);
      return c.json({ class: known, students: roster.map(toStudentRow) } satisfies RosterAnswer);
    }),
  );

  routes.patch(
    '/:id',
    inClass(async (c, known) => {
      const change = await bodyOf(c, changeClassSchema);
      if (!change) return refuse(c, 'bad-message');
      await classes.change(known.classId, change);
      return c.json({ class: { ...known, ...change } } satisfies ClassAnswer);
    }),
  );

  routes.delete(
    '/:id',
    inClass(async (c, known) => {
      const confirmed = await bodyOf(c, deleteClassSchema);
      if (!confirmed) return refuse(c, 'bad-message');
      if (confirmed.name.trim() !== known.name) return refuse(c, 'name-differs');
      await classes.remove(known.classId);
      return c.json({} satisfies ErasedAnswer);
    }),
  );

  routes.route('/', studentRoutes({ database, students, inClass, forgetPlayer }));
  return routes;
}
