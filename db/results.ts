/** What a finished match leaves: a row for each person who played it, and one for each of their moves. */
import type { JudgedMove } from '#game/match/judged-moves.ts';
import { isSetByInstructor } from '#game/match/view.ts';
import type { Side } from '#game/match/vocabulary.ts';
import { SIDES } from '#game/match/vocabulary.ts';
import type { Outcome } from './match-store.ts';
import type { judgedMoves, matches, results } from './schema.ts';

type MatchRow = typeof matches.$inferSelect;
export type ResultRow = typeof results.$inferInsert;

export type JudgedMoveRow = typeof judgedMoves.$inferInsert;

export function resultRows(match: MatchRow, endedAt: number, outcome: Outcome): readonly ResultRow[] {
  return SIDES.filter((side) => match[`party${side}`].bot === null).map((side) => resultRow(match, endedAt, outcome, side));
}

function resultRow(match: MatchRow, endedAt: number, { scores, winner }: Outcome, side: Side): ResultRow {
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
    ranked: opponentBot === null && kind !== 'tutorial' && !isSetByInstructor(match.settings),
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

export function judgedMoveRow(match: MatchRow, at: number, move: JudgedMove): JudgedMoveRow {
  const { scenario, level } = match.settings;
  return { ...move, matchId: match.id, playerId: match[`player${move.side}`], scenario, level, at };
}
