/** What the host has stored, read beside it: the truth that the pages are held against, and the key to every turn. */
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { botAnswer } from '#game/match/bot.ts';
import { beginMatch, evolveAll, type Match } from '#game/match/match.ts';
import type { Entry, Prediction, Proposal, Side } from '#game/match/vocabulary.ts';
import { emptyView, foldView, redact, type View, type Viewer } from '#game/match/view.ts';

export type MoveRow = { readonly version: number; readonly at: number; readonly commandId: string | null; readonly entry: Entry };
export type ResultRow = {
  readonly side: Side;
  readonly points: number;
  readonly moves: number;
  readonly right_moves: number;
  readonly predictions: number;
  readonly right_predictions: number;
  readonly result: string;
};
type MatchRow = { readonly settings: string; readonly legs: string; readonly party_0: string; readonly party_1: string };

export type Store = {
  readonly match: (matchId: string) => Match;
  readonly moves: (matchId: string) => readonly MoveRow[];
  readonly results: (matchId: string) => readonly ResultRow[];
  /** As that viewer may see it. */
  readonly view: (matchId: string, viewer: Viewer) => View;
  readonly rows: (query: string, ...values: readonly string[]) => readonly Record<string, unknown>[];
  readonly close: () => void;
};

export function openStore(dataDir: string): Store {
  const file = new Sqlite(join(dataDir, 'last-ack.db'), { readonly: true });
  const rows = <T>(query: string, ...values: readonly string[]) => file.prepare(query).all(...values) as T[];

  function moves(matchId: string): MoveRow[] {
    const stored = rows<MoveRow & { entry: string }>(
      'SELECT version, at, command_id AS commandId, entry FROM moves WHERE match_id = ? ORDER BY version',
      matchId,
    );
    return stored.map((row) => ({ ...row, entry: JSON.parse(row.entry) as Entry }));
  }

  function match(matchId: string): Match {
    const [row] = rows<MatchRow>('SELECT * FROM matches WHERE id = ?', matchId);
    if (!row) throw new Error(`no match ${matchId}`);
    const party = (json: string) => ({ playerId: null, ...JSON.parse(json) });
    const record = {
      matchId,
      settings: JSON.parse(row.settings),
      legs: JSON.parse(row.legs),
      legTurns: null,
      parties: [party(row.party_0), party(row.party_1)] as const,
    };
    return evolveAll(beginMatch(record), moves(matchId));
  }

  function view(matchId: string, viewer: Viewer): View {
    const { record, view: all } = match(matchId);
    const first = emptyView({ ...all, settings: record.settings }, viewer);
    return moves(matchId).reduce((before, { entry }) => foldView(before, redact(entry, viewer, record.settings)), first);
  }

  return {
    match,
    moves,
    view,
    results: (matchId) => rows<ResultRow>('SELECT * FROM results WHERE match_id = ? ORDER BY side', matchId),
    rows,
    close: () => file.close(),
  };
}

export type How = 'right' | 'wrong' | 'missed';

/** An answer to the open turn as a bot gives it that never errs, or always. */
export function answerTo(match: Match, side: Side, how: Exclude<How, 'missed'>): Proposal | Prediction {
  const random = how === 'right' ? () => 0 : () => 0.99;
  return botAnswer(match, side, how === 'right' ? 'perfect' : 'novice', random).answer;
}
