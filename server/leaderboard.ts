/** The leaderboard as it is shown. It is read at most every few seconds: a class looks at it at the same moment. */
import { type Ranked, readLeaderboard } from '#db/leaderboard.ts';
import type { Database } from '#db/open.ts';
import type { LeaderboardAnswer, LeaderboardRow, Period } from '#protocol/api.ts';
import { startOf } from './periods.ts';

/** Half a match: with fewer moves, one lucky answer would lead the board. */
export const MINIMUM_MOVES = 8;
const SHOWN = 50;
const FRESH_MS = 3_000;

export type Leaderboard = (period: Period, scenario: string | null, playerId: string | null) => Promise<LeaderboardAnswer>;

/** The first fifty, and the one who asks wherever that is. `scenario` must be one that there is: answers are kept for each. */
export function createLeaderboard(database: Database, now: () => number): Leaderboard {
  const kept = new Map<string, { readonly at: number; readonly ranked: Promise<readonly Ranked[]> }>();

  function read(period: Period, scenario: string | null): Promise<readonly Ranked[]> {
    const key = `${period} ${scenario ?? ''}`;
    const known = kept.get(key);
    if (known && now() - known.at < FRESH_MS) return known.ranked;
    const ranked = readLeaderboard(database, { since: startOf(period, now()), scenario, minimumMoves: MINIMUM_MOVES });
    kept.set(key, { at: now(), ranked });
    return ranked;
  }

  return async (period, scenario, playerId) => {
    const ranked = await read(period, scenario);
    const shown = ranked.filter((one, n) => n < SHOWN || one.playerId === playerId);
    return { rows: shown.map((one) => toRow(one, playerId)), minimumMoves: MINIMUM_MOVES };
  };
}

function toRow({ playerId, ...row }: Ranked, viewer: string | null): LeaderboardRow {
  return { ...row, isMe: playerId === viewer };
}
