/** Text with commas, semicolons or tabs as rows of cells, each with the line at which it begins. */
import { parse } from 'csv-parse/sync';

export type TableRow = { readonly line: number; readonly cells: readonly string[] };
export type Table = { readonly ok: true; readonly rows: readonly TableRow[] } | { readonly ok: false; readonly line: number };

type Parsed = { readonly record: readonly string[]; readonly raw: string; readonly info: { readonly lines: number } };

/** Rows without anything in them are left out. Not ok: a quote that is opened in the row at `line` is never closed. */
export function readTable(text: string): Table {
  const lines = text.replace(/\r\n?/g, '\n');
  let lastLine = 0;
  const options = {
    delimiter: delimiterOf(lines),
    info: true,
    raw: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    on_record: (parsed: Parsed) => {
      lastLine = parsed.info.lines;
      return parsed;
    },
  };
  try {
    const parsed = parse(lines, options as object) as unknown as readonly Parsed[];
    return { ok: true, rows: parsed.map(toRow).filter(({ cells }) => cells.some((cell) => cell !== '')) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'CSV_QUOTE_NOT_CLOSED') return { ok: false, line: lastLine + 1 };
    throw error;
  }
}

/** `lines` counts to the end of a row; a quoted cell may hold line breaks. */
function toRow({ record, raw, info: { lines } }: Parsed): TableRow {
  const breaks = raw.trim().split('\n').length - 1;
  return { line: lines - breaks, cells: record.map(tidy) };
}

/** `="0042"` is how people keep Excel from dropping zeros. */
function tidy(cell: string): string {
  return cell
    .trim()
    .replace(/^="(.*)"$/, '$1')
    .trim();
}

/** The one that the headings have most of. */
function delimiterOf(text: string): string {
  const headings = text.trimStart().split('\n', 1)[0] ?? '';
  const count = (delimiter: string) => headings.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best));
}
