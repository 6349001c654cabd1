/** What an instructor reads about more than one session (protocol/reports.ts). */
import { Hono } from 'hono';
import {
  type ClassLeaderboardAnswer,
  classLeaderboardQuery,
  type ClassLeaderboardRow,
  type ClassResultsAnswer,
  type MasteryAnswer,
  masteryQuery,
  type MasteryTurnsAnswer,
  masteryTurnsQuery,
} from '#protocol/reports.ts';
import { type ClassRanked, readClassLeaderboard } from '#db/class-leaderboard.ts';
import { readMasteryTurns } from '#db/mastery.ts';
import type { Database } from '#db/open.ts';
import type { StudentStore } from '#db/students.ts';
import { refuse } from './answers.ts';
import { inOwnClass } from './classes/own-class.ts';
import { readClassResults } from './class-results.ts';
import { type ByInstructor, only } from './instructors/guard.ts';
import type { InstructorSessions } from './instructors/sessions.ts';
import { MINIMUM_MOVES } from './leaderboard.ts';
import { readMastery, type RealNameOf, toMasteryTurn } from './mastery.ts';
import { startOf } from './periods.ts';

export type ReportNeeds = {
  readonly database: Database;
  readonly instructors: Pick<InstructorSessions, 'instructorOf'>;
  readonly isOwnClass: (classId: string, ownerId: string) => boolean;
  readonly realNameOf: RealNameOf;
  readonly rosterOf: StudentStore['list'];
  readonly date: () => number;
};

export function reportRoutes({ database, instructors, isOwnClass, realNameOf, rosterOf, date }: ReportNeeds): Hono<ByInstructor> {
  const routes = new Hono<ByInstructor>();
  const forOwn = only('instructor', instructors);
  const inClass = inOwnClass(isOwnClass);

  routes.get('/instructor/leaderboard', forOwn, async (c) => {
    const ownerId = c.var.instructor.account.id;
    const query = classLeaderboardQuery.safeParse(c.req.query());
    if (!query.success) return refuse(c, 'bad-message');
    const { class: classId = null, contest: contestId = null, scenario = null, level = null, period, by } = query.data;
    const minimumMoves = by === 'accuracy' ? MINIMUM_MOVES : 1;
    const wish = { ownerId, classId, contestId, scenario, level, since: startOf(period, date()), by, minimumMoves };
    const ranked = await readClassLeaderboard(database, wish);
    return c.json({ rows: ranked.map((one) => toRow(one, realNameOf)), minimumMoves } satisfies ClassLeaderboardAnswer);
  });

  routes.get(
    '/classes/:id/mastery',
    forOwn,
    inClass(async (c, classId) => {
      const query = masteryQuery.safeParse(c.req.query());
      if (!query.success) return refuse(c, 'bad-message');
      return c.json((await readMastery(database, classId, query.data.person ?? null, realNameOf)) satisfies MasteryAnswer);
    }),
  );

  routes.get(
    '/classes/:id/mastery/turns',
    forOwn,
    inClass((c, classId) => {
      const query = masteryTurnsQuery.safeParse(c.req.query());
      if (!query.success) return refuse(c, 'bad-message');
      const turns = readMasteryTurns(database, classId, query.data).map((stored) => toMasteryTurn(stored, realNameOf));
      return c.json({ turns } satisfies MasteryTurnsAnswer);
    }),
  );

  routes.get(
    '/classes/:id/results',
    forOwn,
    inClass(async (c, classId) => {
      const found = await readClassResults(database, classId, await rosterOf(classId), date());
      return c.json(found satisfies ClassResultsAnswer);
    }),
  );

  return routes;
}

function toRow({ rank, studentId, name, matches, moves, accuracy, points, ms }: ClassRanked, realNameOf: RealNameOf): ClassLeaderboardRow {
  const realName = studentId === null ? null : realNameOf(studentId);
  return { rank, name, realName, matches, moves, accuracy, points, meanMilliseconds: ms === null ? null : Math.round(ms) };
}
