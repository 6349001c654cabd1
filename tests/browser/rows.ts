/** The rows of a match as tables on the terminal, for a look at what is stored. */
import type { Store } from './store.ts';

const QUERIES = {
  matches: `SELECT id, level, scenario, kind, phase, json_extract(party_0, '$.name') AS party_0, json_extract(party_1, '$.name') AS party_1
    FROM matches WHERE id = ?`,
  moves: `SELECT version, json_extract(entry, '$.type') AS type, json_extract(entry, '$.turn') AS turn, json_extract(entry, '$.side') AS side,
    coalesce(json_extract(entry, '$.answer.segment.flags'), json_extract(entry, '$.answer.flags')) AS flags,
    json_extract(entry, '$.answer.state') AS state,
    json_extract(entry, '$.verdicts[0].points.total') AS points_0, json_extract(entry, '$.verdicts[1].points.total') AS points_1
    FROM moves WHERE match_id = ? ORDER BY version`,
  results: `SELECT side, points, right_moves, moves, right_predictions, predictions, result, ranked
    FROM results WHERE match_id = ? ORDER BY side`,
} as const;

export function printRows(store: Store, matchId: string): void {
  for (const [table, query] of Object.entries(QUERIES)) process.stdout.write(`\n${table}\n${tableOf(store.rows(query, matchId))}\n`);
}

function tableOf(rows: readonly Record<string, unknown>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))];
  const widths = columns.map((_, n) => Math.max(...lines.map((line) => line[n]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, n) => cell.padEnd(widths[n] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
