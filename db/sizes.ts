/** How much there is. Nothing here reads a table through: it is asked while classes play. */
import { statSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { COUNTED_TABLES, type CountedTable } from '#protocol/storage.ts';
import type { Database } from './open.ts';

/** In octets. */
export type FileSizes = {
  readonly file: string;
  readonly database: number;
  /** The write-ahead log beside it. */
  readonly log: number;
};

/** In octets, but for the rows. */
export type Sizes = FileSizes & {
  /** Of the database file, what deleted rows have left free; new rows take it first. */
  readonly unused: number;
  /** At most: what was deleted between the oldest row and the newest still counts. */
  readonly rows: Readonly<Record<CountedTable, number>>;
};

export function readFileSizes({ orm }: Database): FileSizes {
  const { file } = orm.get<{ file: string }>('PRAGMA database_list');
  return { file, database: octetsOf(file), log: octetsOf(`${file}-wal`) };
}

export function readSizes(database: Database): Sizes {
  const { orm } = database;
  const pragma = (name: string) => Number(Object.values(orm.get<object>(`PRAGMA ${name}`))[0]);
  const rowsIn = (table: CountedTable) => {
    const name = sql.identifier(table);
    const [first, last] = [sql`(SELECT min(rowid) FROM ${name})`, sql`(SELECT max(rowid) FROM ${name})`];
    return orm.get<{ rows: number | null }>(sql`SELECT ${last} - ${first} + 1 AS rows`).rows ?? 0;
  };
  return {
    ...readFileSizes(database),
    unused: pragma('freelist_count') * pragma('page_size'),
    rows: Object.fromEntries(COUNTED_TABLES.map((table) => [table, rowsIn(table)])) as Sizes['rows'],
  };
}

function octetsOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
