/** What is stored, looked at with the host gone: every match folds, results are what the fold says, nobody moved for another. */
import { resolve } from 'node:path';
import SqliteFile, { type Database as Sqlite } from 'better-sqlite3';
import { beginMatch, evolveAll, type Match } from '#game/match/match.ts';
import type { Entry, EntryType } from '#game/match/vocabulary.ts';
import { openDatabase } from '#db/open.ts';
import { createMatchStore } from '#db/sqlite-match-store.ts';
import { seatOf } from '#server/matches.ts';

export type Checked = { readonly matches: number; readonly over: number; readonly moves: number; readonly faults: readonly string[] };

type Result = { readonly side: 0 | 1; readonly points: number; readonly moves: number; readonly right: number; readonly result: string };
type Move = { readonly command: string; readonly entry: string };

/** What a command adds for the seat of whoever says it, and for no other. */
const OF_ONE_SEAT: readonly EntryType[] = ['sealed', 'ready', 'back', 'away', 'disputed', 'rematch-offered'];

export async function checkStored(path: string): Promise<Checked> {
  const file = new SqliteFile(path, { readonly: true });
  const opened = openDatabase(path, resolve('db/migrations'));
  if (!opened.ok) throw new Error(opened.detail);
  const store = createMatchStore(opened.database);
  const rows = file.prepare<[], { id: string; phase: string }>('SELECT id, phase FROM matches').all();
  const faults = [...faultsOfFile(file)];
  let moves = 0;
  for (const { id, phase } of rows) {
    const found = await store.load(id);
    if (!found) continue;
    moves += found.entries.length;
    faults.push(...faultsOfMatch(file, id, phase, () => fold(found.record, found.entries)));
  }
  opened.close();
  file.close();
  return { matches: rows.length, over: rows.filter(({ phase }) => phase === 'over').length, moves, faults };
}

function fold(record: Parameters<typeof beginMatch>[0], entries: readonly Entry[]): Match {
  return evolveAll(
    beginMatch(record),
    entries.map((entry) => ({ entry, at: 0 })),
  );
}

function faultsOfFile(file: Sqlite): readonly string[] {
  const isWhole = file.pragma('integrity_check', { simple: true }) === 'ok';
  const dangling = file.pragma('foreign_key_check') as readonly unknown[];
  return [...(isWhole ? [] : ['integrity_check']), ...(dangling.length === 0 ? [] : ['foreign_key_check'])];
}

function faultsOfMatch(file: Sqlite, id: string, phase: string, folded: () => Match): readonly string[] {
  try {
    const match = folded();
    const isOver = match.view.ended !== null;
    const phaseFaults = isOver === (phase === 'over') ? [] : [`${id} is ${phase}, and by its moves it is not`];
    return [...phaseFaults, ...faultsOfResults(file, id, match), ...faultsOfSpeakers(file, id, match)];
  } catch (error) {
    return [`${id} does not fold: ${String(error)}`];
  }
}

function faultsOfResults(file: Sqlite, id: string, { view }: Match): readonly string[] {
  const sql = 'SELECT side, points, moves, right_moves AS "right", result FROM results WHERE match_id = ?';
  return file
    .prepare<[string], Result>(sql)
    .all(id)
    .flatMap((stored) => {
      const { points, moves, rightMoves } = view.scores[stored.side];
      const winner = view.ended?.winner ?? null;
      const result = winner === null ? 'drawn' : winner === stored.side ? 'won' : 'lost';
      const byFold = JSON.stringify({ side: stored.side, points, moves, right: rightMoves, result });
      return JSON.stringify(stored) === byFold ? [] : [`${id}: the result ${JSON.stringify(stored)} is ${byFold} by its moves`];
    });
}

/** A command is stored as `player:id`. */
function faultsOfSpeakers(file: Sqlite, id: string, { record }: Match): readonly string[] {
  const sql = 'SELECT command_id AS command, entry FROM moves WHERE match_id = ? AND command_id IS NOT NULL';
  return file
    .prepare<[string], Move>(sql)
    .all(id)
    .flatMap(({ command, entry }) => {
      const { type, side } = JSON.parse(entry) as { readonly type: EntryType; readonly side?: 0 | 1 };
      const seat = seatOf(record, command.slice(0, command.indexOf(':')));
      const isErased = record.parties.some(({ playerId, bot }) => playerId === null && bot === null);
      return isErased || !OF_ONE_SEAT.includes(type) || seat === side ? [] : [`${id}: ${command} added ${type} for side ${side}`];
    });
}
