/** How SQLite goes about a statement (sqlite.org/eqp.html). */
import { sql } from 'drizzle-orm';
import type { Orm } from '#db/open.ts';

type Statement = { toSQL(): { readonly sql: string } };

/** A line a step. The values do not matter: no statistics of the tables are kept. */
export function planOf(orm: Orm, statement: Statement): string {
  const plan = sql.raw(`EXPLAIN QUERY PLAN ${statement.toSQL().sql.replaceAll('?', 'NULL')}`);
  return orm
    .all<{ detail: string }>(plan)
    .map(({ detail }) => detail)
    .join('\n');
}
