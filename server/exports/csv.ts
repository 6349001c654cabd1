/** Rows as a CSV file that spreadsheets read in every language and run nothing of (docs/decisions/exports.md). */
import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | boolean | null;
/** The heading, and what stands under it. */
export type Column<Row> = readonly [string, (row: Row) => Cell];

/** With a BOM, without which Excel reads Chinese as Latin-1; CRLF (RFC 4180). Null is an empty cell. A heading is a cell like any other. */
export function toCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  return cellsToCsv([columns.map(([heading]) => heading), ...rows.map((row) => columns.map(([, of]) => of(row)))]);
}

export function cellsToCsv(lines: readonly (readonly Cell[])[]): string {
  return stringify(lines as Cell[][], {
    bom: true,
    record_delimiter: 'windows',
    // Also around a lone CR or LF, which would end the row elsewhere.
    quote_record_delimiter: true,
    // Only where they are needed: Canvas refuses a quote behind a BOM.
    quoted: false,
    escape_formulas: true,
    cast: { boolean: String },
  });
}
