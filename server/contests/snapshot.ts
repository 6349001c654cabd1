/** A class session at one instant: its rows, and its matches that are in play. Views are drawn from it. */
import { groupBy } from '#game/contest/group-by.ts';
import { accuracyOf, type Score } from '#game/match/scoring.ts';
import { phaseOf, type Match } from '#game/match/match.ts';
import { SIDES, type Side } from '#game/match/vocabulary.ts';
import { standingsAfter, type Standing } from '#game/contest/standings.ts';
import type { HardestTurn, HardRule, HeatState } from '#game/contest/vocabulary.ts';
import type { Contest, Entrant, Loaded, PairOf, Played, Round } from '#db/contest-rows.ts';

export type Snapshot = {
  readonly contest: Contest;
  readonly entrants: readonly Entrant[];
  /** The running or the last round; null before the first. */
  readonly round: Round | null;
  /** Pairs of that round. */
  readonly pairs: readonly SeenPair[];
  /** Entrants who are not removed, best first, with what the running round has brought so far. */
  readonly standings: readonly Standing[];
  /** Without the running round. */
  readonly standingsBefore: readonly Standing[];
  readonly disputes: Loaded['disputes'];
  readonly isHere: (entrant: Entrant) => boolean;
  /** Of the running or the last round. */
  readonly hard: Hard;
};

export type Hard = { readonly rules: readonly HardRule[]; readonly states: readonly HeatState[]; readonly hardest: HardestTurn | null };

/** `match` is null once it is over, or not made yet. */
export type SeenPair = PairOf & {
  readonly match: Match | null;
  /** Of all its legs; of a match that is over, those that were judged. */
  readonly turns: number;
  readonly scores: readonly [SeenScore, SeenScore];
};
export type SeenScore = { readonly points: number; readonly accuracy: number | null };

export type Seeing = {
  readonly loaded: Loaded;
  /** Those in play, by id. */
  readonly inPlay: ReadonlyMap<string, Match>;
  /** How many turns of a match that is over were judged. */
  readonly turnsOf: (pair: PairOf) => number;
  readonly isHere: (entrant: Entrant) => boolean;
  readonly hard: Hard;
};

/** Of the running or the last round. */
export function pairsOfRound({ contest, pairs }: Pick<Loaded, 'contest' | 'pairs'>): readonly PairOf[] {
  return pairs.filter(({ round }) => round === contest.round);
}

export function takeSnapshot({ loaded, inPlay, turnsOf, isHere, hard }: Seeing): Snapshot {
  const { contest, entrants, rounds, played, disputes } = loaded;
  const playedIn = groupBy(played, ({ matchId }) => matchId);
  const seen = pairsOfRound(loaded).map((pair) => {
    const one = seePair(pair, inPlay.get(pair.matchId) ?? null, playedIn.get(pair.matchId) ?? []);
    return { ...one, turns: one.match ? one.match.view.legTurns.reduce((sum, leg) => sum + leg, 0) : turnsOf(pair) };
  });
  const members = entrants.filter(({ state }) => state !== 'removed').map(({ number }) => number);
  const sofar = [...played, ...seen.flatMap(playedSoFar)];
  const before = contest.phase === 'round' ? played.filter(({ round }) => round < contest.round) : played;
  return {
    contest,
    entrants,
    round: rounds.find(({ round }) => round === contest.round) ?? null,
    pairs: seen,
    standings: standingsAfter(sofar, members),
    standingsBefore: standingsAfter(before, members),
    disputes,
    isHere,
    hard,
  };
}

function seePair(pair: PairOf, match: Match | null, played: readonly Played[]): Omit<SeenPair, 'turns'> {
  const open = match && phaseOf(match) !== 'over' ? match : null;
  const playedBy = (number: number | null) => played.find((one) => one.number === number);
  const score = (side: Side): SeenScore => (open ? ofScore(open.view.scores[side]) : ofPlayed(playedBy(numberAt(pair, side))));
  return { ...pair, match: open, scores: [score(0), score(1)] };
}

export function numberAt({ one, other }: Pick<PairOf, 'one' | 'other'>, side: Side): number | null {
  return side === 0 ? one : other;
}

function ofScore(score: Score): SeenScore {
  return { points: score.points, accuracy: accuracyOf(score) };
}

function ofPlayed(played: Played | undefined): SeenScore {
  if (!played) return { points: 0, accuracy: null };
  return { points: played.points, accuracy: played.moves === 0 ? null : played.rightMoves / played.moves };
}

function playedSoFar(pair: SeenPair): readonly Played[] {
  const { match, matchId, round } = pair;
  if (!match) return [];
  return SIDES.flatMap((side) => {
    const number = numberAt(pair, side);
    const { points, moves, rightMoves } = match.view.scores[side];
    return number === null ? [] : [{ number, matchId, round, points, moves, rightMoves, ms: 0 }];
  });
}
