/** Homework of a class, for its instructor (protocol/homework.ts). */
import { type Context, Hono } from 'hono';
import {
  changeHomeworkSchema,
  type HomeworkAnswer,
  type HomeworkListAnswer,
  type HomeworkReportAnswer,
  HOMEWORK_EXPORTS,
  newHomeworkSchema,
} from '#protocol/homework.ts';
import type { Homework, HomeworkStore } from '#db/homework.ts';
import type { StudentStore } from '#db/students.ts';
import { bodyOf, refuse } from '../answers.ts';
import { inOwnClass } from '../classes/own-class.ts';
import { fileHeaders } from '../exports/file-headers.ts';
import { canvasGradebook, moodleGradebook } from '../exports/gradebooks.ts';
import type { ByInstructor } from '../instructors/guard.ts';
import { homeworkGradebook } from './gradebook.ts';
import type { Homeworks } from './homeworks.ts';
import { oneByOne } from '../one-by-one.ts';
import { resultsOf, summaryOf } from './report.ts';

export type ClassHomeworkNeeds = {
  readonly homeworks: Homeworks;
  readonly store: HomeworkStore;
  readonly students: StudentStore;
  readonly isOwnClass: (classId: string, ownerId: string) => boolean;
  readonly date: () => number;
};

type In = Context<ByInstructor>;
const NO_BODY = {};

/** `server/api.ts` lets instructors in under /classes and nobody else. */
export function classHomeworkRoutes({ homeworks, store, students, isOwnClass, date }: ClassHomeworkNeeds): Hono<ByInstructor> {
  const routes = new Hono<ByInstructor>();

  const inClass = inOwnClass(isOwnClass);
  const withHomework = (answer: (c: In, homework: Homework) => Response | Promise<Response>) =>
    inClass((c, classId) => {
      const homework = store.find(classId, c.req.param('homework') ?? '');
      return homework ? answer(c, homework) : refuse(c, 'no-such-homework');
    });

  async function reportOf(homework: Homework): Promise<HomeworkReportAnswer> {
    const results = resultsOf(store, homework, await students.list(homework.classId), date());
    return { homework: summaryOf(homework, results), results };
  }

  routes.get(
    '/classes/:id/homework',
    inClass(async (c, classId) => {
      const reports = await oneByOne(store.ofClass(classId), reportOf);
      return c.json({ homework: reports.map(({ homework }) => homework) } satisfies HomeworkListAnswer);
    }),
  );

  routes.post(
    '/classes/:id/homework',
    inClass(async (c, classId) => {
      const wish = await bodyOf(c, newHomeworkSchema);
      if (!wish) return refuse(c, 'bad-message');
      const set = await homeworks.set(classId, wish);
      if (!set.ok) return refuse(c, set.fault);
      const { homework } = await reportOf(set.made);
      return c.json({ homework } satisfies HomeworkAnswer, 201);
    }),
  );

  routes.get(
    '/classes/:id/homework/:homework',
    withHomework(async (c, homework) => c.json(await reportOf(homework))),
  );

  routes.patch(
    '/classes/:id/homework/:homework',
    withHomework(async (c, known) => {
      const change = await bodyOf(c, changeHomeworkSchema);
      if (!change) return refuse(c, 'bad-message');
      if (change.dueAt !== undefined && change.dueAt <= date()) return refuse(c, 'due-date-over');
      await store.change(known.id, change);
      const { homework } = await reportOf({ ...known, ...change });
      return c.json({ homework } satisfies HomeworkAnswer);
    }),
  );

  routes.delete(
    '/classes/:id/homework/:homework',
    withHomework(async (c, { id }) => {
      await store.remove(id);
      return c.json(NO_BODY);
    }),
  );

  routes.get(
    '/classes/:id/homework/:homework/exports/:name',
    withHomework(async (c, homework) => {
      const name = HOMEWORK_EXPORTS.find((one) => one === c.req.param('name'));
      if (!name) return refuse(c, 'not-found');
      const roster = await students.list(homework.classId);
      const gradebook = homeworkGradebook(homework, resultsOf(store, homework, roster, date()), roster);
      const write = name === 'gradebook-canvas.csv' ? canvasGradebook : moodleGradebook;
      return c.body(write(gradebook), 200, fileHeaders(name, homework.createdAt));
    }),
  );

  return routes;
}
