/** Self-study, put together. */
import type { Hono } from 'hono';
import type { Database } from '#db/open.ts';
import type { Accounts } from '../accounts.ts';
import { paperRoutes } from './paper-routes.ts';
import { createPapers } from './papers.ts';
import { createStudies } from './studies.ts';
import { studyRoutes } from './study-routes.ts';

export function createStudy(database: Database, accounts: Pick<Accounts, 'playerOf'>, now: () => number): readonly Hono[] {
  const papers = createPapers(database, now);
  return [studyRoutes({ studies: createStudies(database, now), papers, accounts, now }), paperRoutes({ papers, accounts, now })];
}
