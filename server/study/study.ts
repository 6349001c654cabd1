/** Self-study, put together. */
import type { Hono } from 'hono';
import type { Database } from '#db/open.ts';
import type { Accounts } from '../accounts.ts';
import { paperRoutes } from './paper-routes.ts';
import { createPapers } from './papers.ts';
import { createStudies } from './studies.ts';
import { studyRoutes } from './study-routes.ts';

type Clocks = { readonly now: () => number; readonly date: () => number };

export function createStudy(database: Database, accounts: Pick<Accounts, 'playerOf'>, { now, date }: Clocks): readonly Hono[] {
  const papers = createPapers(database, now, date);
  return [studyRoutes({ studies: createStudies(database, date), papers, accounts, now, date }), paperRoutes({ papers, accounts, now })];
}
