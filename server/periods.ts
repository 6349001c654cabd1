/** When a leaderboard's period began. Days begin at midnight UTC, weeks on Monday (ISO 8601). Milliseconds since 1970. */
import type { Period } from '#protocol/api.ts';

const DAY_MS = 86_400_000;
/** 1 January 1970 was a Thursday: the Monday before it. */
const A_MONDAY = -3 * DAY_MS;

export function startOf(period: Period, now: number): number {
  switch (period) {
    case 'today':
      return now - (now % DAY_MS);
    case 'week':
      return now - ((now - A_MONDAY) % (7 * DAY_MS));
    case 'all':
      return 0;
    default:
      return period satisfies never;
  }
}
