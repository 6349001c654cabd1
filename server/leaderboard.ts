/** The leaderboard as it is shown. */
import { type Ranked, readLeaderboard } from '#db/leaderboard.ts';
import type { Database } from '#db/open.ts';
import type { LeaderboardAnswer, LeaderboardRow, Period } from '#protocol/api.ts';
import { startOf } from './periods.ts';

/** Half a match: with fewer moves, one lucky answer would lead the board. */
export const MINIMUM_MOVES = 8;
export const SHOWN = 50;

export type Leaderboard = (period: Period, scenario: string | null, playerId: string | null) => LeaderboardAnswer;

/** The first fifty, and the one who asks wherever that is. */
export function createLeaderboard(database: Database, now: () => number): Leaderboard {
  return (period, scenario, playerId) => {
    const wish = { period, since: startOf(period, now()), scenario, minimumMoves: MINIMUM_MOVES };
    const rows = readLeaderboard(database, wish, SHOWN, playerId).map((one) => toRow(one, playerId));
    return { rows, minimumMoves: MINIMUM_MOVES };
  };
}

function toRow({ playerId, ...row }: Ranked, viewer: string | null): LeaderboardRow {
  return { ...row, isMe: playerId === viewer };
}
