/** A CSV file as students, or everything that is wrong with it, line by line. What it means for a class is `plan-import.ts`. */
import { ROSTER_ROWS_MAX, type ImportAnswer, type RosterColumn, type RosterProblem, type RosterReason } from '#protocol/classes.ts';
import type { StudentDetails } from '#db/students.ts';
import { checkStudent } from './check-student.ts';
import { type Columns, findColumns, hasName, nameIn } from './columns.ts';
import { decodeText } from './decode.ts';
import { readTable, type TableRow } from './table.ts';

export type RosterLine = StudentDetails & { readonly line: number };
export type ReadRoster = {
  readonly columns: ImportAnswer['columns'];
  readonly lines: readonly RosterLine[];
  readonly problems: readonly RosterProblem[];
};

export const problem = (line: number, reason: RosterReason, other: number | null = null): RosterProblem => ({ line, reason, other });
const unread = (line: number, reason: RosterReason, columns: ImportAnswer['columns'] = []): ReadRoster => ({
  columns,
  lines: [],
  problems: [problem(line, reason)],
});

export function readRoster(octets: Uint8Array): ReadRoster {
  const decoded = decodeText(octets);
  if (!decoded.ok) return unread(1, decoded.reason);
  const table = readTable(decoded.text);
  if (!table.ok) return unread(table.line, 'open-quote');
  const [headings, ...rows] = table.rows;
  if (!headings) return unread(1, 'empty');
  const found = findColumns(headings.cells);
  const columns = toColumns(headings.cells, found);
  if (!hasName(found)) return unread(headings.line, 'no-name-column', columns);
  if (rows.length === 0) return unread(headings.line, 'empty', columns);
  const excess = rows[ROSTER_ROWS_MAX];
  if (excess) return unread(excess.line, 'too-many-rows', columns);
  return { columns, ...readRows(rows, found, headings.cells.length) };
}

function toColumns(headings: readonly string[], found: Columns): ImportAnswer['columns'] {
  const entries = Object.entries(found) as readonly (readonly [RosterColumn, number])[];
  return headings
    .map((heading, place) => ({ heading, readAs: entries.find(([, at]) => at === place)?.[0] ?? null }))
    .filter(({ heading }) => heading !== '');
}

function readRows(rows: readonly TableRow[], found: Columns, width: number): Pick<ReadRoster, 'lines' | 'problems'> {
  const lines: RosterLine[] = [];
  const problems: RosterProblem[] = [];
  for (const row of rows) {
    const read = readRow(row, found, width);
    if ('reasons' in read) problems.push(...read.reasons.map((reason) => problem(row.line, reason)));
    else lines.push(read);
  }
  return { lines, problems };
}

function readRow({ line, cells }: TableRow, found: Columns, width: number): RosterLine | { readonly reasons: readonly RosterReason[] } {
  if (cells.slice(width).some((cell) => cell !== '')) return { reasons: ['too-many-columns'] };
  const cell = (column: 'email' | 'number') => cells[found[column] ?? -1] ?? '';
  const checked = checkStudent({ name: nameIn(cells, found), email: cell('email'), number: cell('number') });
  return checked.ok ? { line, ...checked.details } : checked;
}
