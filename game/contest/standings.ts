/** Where everybody stands: by points, then by accuracy, then by time. See docs/decisions/standings.md. */

/** What an entrant's match of a round came to. `ms`: the time of the entrant's own answers together, in milliseconds. */
export type RoundResult = {
  readonly number: number;
  /** From 1. */
  readonly round: number;
  readonly points: number;
  readonly moves: number;
  readonly rightMoves: number;
  readonly ms: number;
};

/** `accuracy`: 0 to 1, null before the first move. `moved`: places won in the last round; null where there was no place before it. */
export type Standing = {
  readonly number: number;
  readonly rank: number;
  readonly points: number;
  readonly accuracy: number | null;
  readonly moved: number | null;
};

type Total = Omit<RoundResult, 'round'>;

/**
 * The best first; equals share a rank and stand in the order of their numbers. A round without a result of an entrant, who was late
 * or away, adds nothing and takes nothing. Results of those who are not among `entrants` are left out.
 */
export function standingsAfter(results: readonly RoundResult[], entrants: readonly number[]): readonly Standing[] {
  const before = ranksBefore(lastRoundOf(results), results, entrants);
  return rank(totals(results, entrants)).map(({ total, rank }) => {
    const rankBefore = before.get(total.number);
    const moved = rankBefore === undefined ? null : rankBefore - rank;
    return { number: total.number, rank, points: total.points, accuracy: accuracyOf(total), moved };
  });
}

function lastRoundOf(results: readonly RoundResult[]): number {
  return results.reduce((last, { round }) => Math.max(last, round), 0);
}

/** The ranks of those who had played before the round. */
function ranksBefore(round: number, results: readonly RoundResult[], entrants: readonly number[]): ReadonlyMap<number, number> {
  const earlier = results.filter((result) => result.round < round);
  const played = new Set(earlier.map(({ number }) => number));
  const ranked = rank(
    totals(
      earlier,
      entrants.filter((number) => played.has(number)),
    ),
  );
  return new Map(ranked.map(({ total, rank }) => [total.number, rank]));
}

function totals(results: readonly RoundResult[], entrants: readonly number[]): readonly Total[] {
  const byNumber = new Map<number, Total>(entrants.map((number) => [number, { number, points: 0, moves: 0, rightMoves: 0, ms: 0 }]));
  for (const { number, points, moves, rightMoves, ms } of results) {
    const sum = byNumber.get(number);
    if (!sum) continue;
    byNumber.set(number, {
      number,
      points: sum.points + points,
      moves: sum.moves + moves,
      rightMoves: sum.rightMoves + rightMoves,
      ms: sum.ms + ms,
    });
  }
  return [...byNumber.values()];
}

function rank(unordered: readonly Total[]): readonly { readonly total: Total; readonly rank: number }[] {
  const ordered = unordered.toSorted((a, b) => compare(a, b) || a.number - b.number);
  let rank = 0;
  return ordered.map((total, n) => {
    const above = ordered[n - 1];
    if (!above || compare(above, total) !== 0) rank = n + 1;
    return { total, rank };
  });
}

/** Who has moved and was never right stands above who has not moved. */
function compare(a: Total, b: Total): number {
  return b.points - a.points || (accuracyOf(b) ?? -1) - (accuracyOf(a) ?? -1) || a.ms - b.ms;
}

function accuracyOf({ moves, rightMoves }: Total): number | null {
  return moves === 0 ? null : rightMoves / moves;
}
