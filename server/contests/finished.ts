/** What a session remembers of its matches that are over, so that they need not be played through for every view. */
import { answeredMovesOf } from '#game/contest/answered-moves.ts';
import type { AnsweredMove } from '#game/contest/vocabulary.ts';
import type { Match } from '#game/match/match.ts';
import { SIDES, type Side } from '#game/match/vocabulary.ts';
import type { PairOf, Played } from '#db/contest-rows.ts';
import { numberAt } from './snapshot.ts';

export type Finished = {
  remember(pair: PairOf, match: Match): void;
  isKnown(pair: PairOf): boolean;
  /** Of a match in play, which is not remembered, those so far. */
  answersOf(pair: PairOf, match: Match | undefined): readonly AnsweredMove[];
  /** How many turns were judged; 0 of a match that is not remembered. */
  turnsOf(pair: PairOf): number;
  /** Bots leave no results. */
  playedByBots(pair: PairOf): readonly Played[];
  /** Forgets all others. */
  keep(pairs: readonly PairOf[]): void;
};

type Memory = {
  readonly answers: readonly AnsweredMove[];
  readonly turns: number;
  readonly played: readonly Omit<Played, 'round' | 'number'>[];
};

export function createFinished(): Finished {
  const memories = new Map<string, Memory>();

  return {
    remember(pair, match) {
      const played = SIDES.map((side) => {
        const { points, moves, rightMoves } = match.view.scores[side];
        return { matchId: pair.matchId, points, moves, rightMoves, ms: 0 };
      });
      const turns = match.view.turns.filter(({ closed }) => closed).length;
      memories.set(pair.matchId, { answers: answeredMovesOf(match, seatsOf(pair)), turns, played });
    },
    isKnown: ({ matchId }) => memories.has(matchId),
    answersOf: (pair, match) => memories.get(pair.matchId)?.answers ?? (match ? answeredMovesOf(match, seatsOf(pair)) : []),
    turnsOf: ({ matchId }) => memories.get(matchId)?.turns ?? 0,
    playedByBots(pair) {
      const { played } = memories.get(pair.matchId) ?? {};
      return SIDES.flatMap((side) => {
        const number = numberAt(pair, side);
        const one = played?.[side];
        return number === null || !one ? [] : [{ ...one, number, round: pair.round }];
      });
    },
    keep(pairs) {
      const kept = new Set(pairs.map(({ matchId }) => matchId));
      for (const matchId of memories.keys()) if (!kept.has(matchId)) memories.delete(matchId);
    },
  };
}

/** Those that entrants hold. */
function seatsOf(pair: PairOf): readonly Side[] {
  return SIDES.filter((side) => numberAt(pair, side) !== null);
}
