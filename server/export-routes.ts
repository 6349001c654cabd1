/** What instructors take away from their sessions (protocol/exports.ts). */
import { Hono } from 'hono';
import { EXPORTS, type ExportName, type SessionExport } from '#protocol/exports.ts';
import type { Database } from '#db/open.ts';
import { readSessionRecord } from '#db/session-record.ts';
import { refuse } from './answers.ts';
import { fileHeaders } from './exports/file-headers.ts';
import { canvasGradebook, moodleGradebook, sessionGradebook } from './exports/gradebooks.ts';
import { scenariosCsv } from './exports/scenarios.ts';
import { makeSessionExport, type RosterEntry } from './exports/session-export.ts';
import { turnsCsv } from './exports/turns.ts';
import { type ByInstructor, only } from './instructors/guard.ts';
import type { InstructorSessions } from './instructors/sessions.ts';

export type ExportNeeds = {
  readonly database: Database;
  readonly instructors: Pick<InstructorSessions, 'instructorOf'>;
  readonly rosterOf: (classId: string) => Promise<readonly RosterEntry[]>;
};

export function exportRoutes({ database, instructors, rosterOf }: ExportNeeds): Hono<ByInstructor> {
  const routes = new Hono<ByInstructor>();

  routes.get('/contests/:id/exports/:name', only('instructor', instructors), async (c) => {
    const name = EXPORTS.find((one) => one === c.req.param('name'));
    if (!name) return refuse(c, 'not-found');
    const record = await readSessionRecord(database, c.var.instructor.account.id, c.req.param('id'));
    if (!record) return refuse(c, 'no-such-session');
    const { classId } = record.contest;
    const session = makeSessionExport(record, classId === null ? [] : await rosterOf(classId));
    return c.body(contentOf(name, session), 200, fileHeaders(name, session.createdAt));
  });

  return routes;
}

function contentOf(name: ExportName, session: SessionExport): string {
  switch (name) {
    case 'gradebook-canvas.csv':
      return canvasGradebook(sessionGradebook(session));
    case 'gradebook-moodle.csv':
      return moodleGradebook(sessionGradebook(session));
    case 'turns.csv':
      return turnsCsv(session);
    case 'scenarios.csv':
      return scenariosCsv(session.scenarios);
    case 'session.json':
      return JSON.stringify(session, null, 2);
    default:
      return name satisfies never;
  }
}
