/** What instructors take away from their sessions (protocol/exports.ts). */
import { Hono } from 'hono';
import { EXPORTS, type ExportName, type SessionExport } from '#protocol/exports.ts';
import type { Database } from '#db/open.ts';
import { readSessionRecord } from '#db/session-record.ts';
import { refuse } from './answers.ts';
import { canvasGradebook, moodleGradebook } from './exports/gradebooks.ts';
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
    return c.body(contentOf(name, session), 200, headersOf(name, session));
  });

  return routes;
}

function contentOf(name: ExportName, session: SessionExport): string {
  switch (name) {
    case 'gradebook-canvas.csv':
      return canvasGradebook(session);
    case 'gradebook-moodle.csv':
      return moodleGradebook(session);
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

function headersOf(name: ExportName, { createdAt }: SessionExport) {
  const day = new Date(createdAt).toISOString().slice(0, 10);
  return {
    'content-type': name.endsWith('.json') ? 'application/json' : 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="last-ack-${day}-${name}"`,
  };
}
