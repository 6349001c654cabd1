/** What a finished match leaves for leaderboards and "my matches": a row for each person who played it. */
import type { Side } from '#game/match/vocabulary.ts';
import { SIDES } from '#game/match/vocabulary.ts';
import type { Score } from '#game/match/scoring.ts';
import type { matches, results } from './schema.ts';

type MatchRow = typeof matches.$inferSelect;
export type ResultRow = typeof results.$inferInsert;

export function resultRows(match: MatchRow, endedAt: number, scores: readonly [Score, Score], winner: Side | null): readonly ResultRow[] {
  return SIDES.filter((side) => match[`party${side}`].bot === null).map((side) => resultRow(match, endedAt, scores, winner, side));
}

function resultRow(match: MatchRow, endedAt: number, scores: readonly [Score, Score], winner: Side | null, side: Side): ResultRow {
  const other: Side = side === 0 ? 1 : 0;
  const { scenario, level, kind } = match.settings;
  const { points, moves, rightMoves, predictions, rightPredictions } = scores[side];
  const opponentBot = match[`party${other}`].bot;
  return {
    matchId: match.id,
    side,
    playerId: match[`player${side}`],
    opponentId: match[`player${other}`],
    opponentBot,
    ranked: opponentBot === null && kind !== 'tutorial',
    scenario,
    level,
    kind,
    points,
    opponentPoints: scores[other].points,
    moves,
    rightMoves,
    predictions,
    rightPredictions,
    result: winner === null ? 'drawn' : winner === side ? 'won' : 'lost',
    endedAt,
  };
}
