/** Rows for every table of a database of any version, made from what SQLite says of the tables: none of them is forgotten when one is added. */
import type { Database as Sqlite } from 'better-sqlite3';

type Column = { readonly name: string; readonly type: string; readonly notnull: number; readonly pk: number; readonly hidden: number };
type ForeignKey = { readonly table: string; readonly from: string; readonly to: string | null };
type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;
/** `isFull`: every column has a value; otherwise only those that need one. `n`: differs from row to row. */
type Making = { readonly n: number; readonly isFull: boolean };

const SETTINGS = JSON.stringify({ level: 1, turnSeconds: 30, scenario: 'handshake', kind: 'quick' });

/** What a CHECK, or a later migration, wants of a value. */
const WANTED: Readonly<Record<string, Readonly<Record<string, (making: Making) => Value>>>> = {
  matches: { settings: () => SETTINGS, phase: ({ isFull }) => (isFull ? 'over' : 'open'), legs: () => '[]' },
  moves: { entry: () => JSON.stringify({ type: 'ready', turn: 0, side: 0 }) },
  invitations: { state: ({ isFull }) => (isFull ? 'used' : 'open') },
  name_reports: { by_side: ({ isFull }) => Number(isFull) },
  results: { side: ({ isFull }) => Number(isFull), ranked: () => 1, result: () => 'won' },
  judged_moves: { side: ({ isFull }) => Number(isFull), leg: () => 0, answered_by: () => 'player' },
  instructors: { role: () => 'admin' },
  classes: { archived: ({ isFull }) => Number(isFull) },
  contests: {
    phase: ({ isFull }) => (isFull ? 'over' : 'lobby'),
    kept_turns: ({ n, isFull }) => JSON.stringify(isFull ? [{ matchId: `id ${n}`, turn: 3 }] : []),
  },
  entrants: { state: () => 'in' },
  papers: {
    kind: ({ isFull }) => (isFull ? 'daily' : 'exam'),
    made: ({ isFull }) => (isFull ? null : '{}'),
  },
  study_answers: { grade: () => 3 },
};

export function tablesOf(sqlite: Sqlite): readonly string[] {
  const named = sqlite.prepare(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'`,
  );
  return named.pluck().all() as string[];
}

/** One full row and one sparse one in every table, parents first. */
export function fillAllTables(sqlite: Sqlite, n: number): void {
  const made = new Map<string, Row>();
  for (const making of [
    { n: 2 * n, isFull: true },
    { n: 2 * n + 1, isFull: false },
  ]) {
    made.clear();
    for (const table of inOrder(sqlite)) made.set(table, insert(sqlite, table, making, made));
  }
}

function inOrder(sqlite: Sqlite): readonly string[] {
  const left = new Set(tablesOf(sqlite));
  const ordered: string[] = [];
  while (left.size > 0) {
    const next = [...left].find((table) => keysOf(sqlite, table).every((key) => key.table === table || !left.has(key.table)));
    if (next === undefined) throw new Error(`tables that refer to each other: ${[...left].join(', ')}`);
    left.delete(next);
    ordered.push(next);
  }
  return ordered;
}

function keysOf(sqlite: Sqlite, table: string): readonly ForeignKey[] {
  return sqlite.pragma(`foreign_key_list(${table})`) as ForeignKey[];
}

function insert(sqlite: Sqlite, table: string, making: Making, parents: ReadonlyMap<string, Row>): Row {
  const columns = (sqlite.pragma(`table_xinfo(${table})`) as Column[]).filter(({ hidden }) => hidden === 0);
  const keys = keysOf(sqlite, table);
  const valueOf = (column: Column): Value => {
    const wanted = WANTED[table]?.[column.name];
    if (wanted) return wanted(making);
    if (!making.isFull && column.notnull === 0 && column.pk === 0) return null;
    const key = keys.find(({ from }) => from === column.name);
    if (key) return parents.get(key.table)?.[key.to ?? 'id'] ?? null;
    return /int|real|numeric/i.test(column.type) ? making.n : `${column.name} ${making.n}`;
  };
  const row = Object.fromEntries(columns.map((column) => [column.name, valueOf(column)]));
  const names = Object.keys(row);
  sqlite.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`).run(row);
  return row;
}

/** All rows of a table, with what they say. */
export function rowsOf(sqlite: Sqlite, table: string): readonly Row[] {
  return sqlite.prepare(`SELECT * FROM ${table}`).all() as Row[];
}
