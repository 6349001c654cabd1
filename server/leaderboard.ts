/** The leaderboard as it is shown. */
import { type Ranked, readLeaderboard } from '#db/leaderboard.ts';
import type { Database } from '#db/open.ts';
import type { LeaderboardAnswer, LeaderboardRow, Period } from '#protocol/api.ts';
import { createFresh } from './fresh.ts';
import { startOf } from './periods.ts';

/** Half a match: with fewer moves, one lucky answer would lead the board. */
export const MINIMUM_MOVES = 8;
export const SHOWN = 50;
const FRESH_MS = 3_000;

export type Leaderboard = (period: Period, scenario: string | null, playerId: string | null) => Promise<LeaderboardAnswer>;

/** The first fifty, and the one who asks wherever that is. `scenario` must be one that there is: answers are kept for each. */
export function createLeaderboard(database: Database, now: () => number): Leaderboard {
  const fresh = createFresh<readonly Ranked[]>(FRESH_MS, now);

  return async (period, scenario, playerId) => {
    const read = () => readLeaderboard(database, { since: startOf(period, now()), scenario, minimumMoves: MINIMUM_MOVES });
    const ranked = await fresh(`${period} ${scenario ?? ''}`, read);
    const shown = ranked.filter((one, n) => n < SHOWN || one.playerId === playerId);
    return { rows: shown.map((one) => toRow(one, playerId)), minimumMoves: MINIMUM_MOVES };
  };
}

function toRow({ playerId, ...row }: Ranked, viewer: string | null): LeaderboardRow {
  return { ...row, isMe: playerId === viewer };
}
