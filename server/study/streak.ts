/** Days in a row on which something was answered. */
import type { StudyDay } from '#protocol/study.ts';
import { DAY_MS } from '../times.ts';

/** Up to today, or up to yesterday where today has none yet. `days`: oldest first. `now`: milliseconds since 1970 as the reader's clock shows it. */
export function streakOf(days: readonly StudyDay[], now: number): number {
  const answered = new Set(days.map(({ day }) => day));
  const dayBefore = (n: number) => new Date(now - n * DAY_MS).toISOString().slice(0, 10);
  const last = answered.has(dayBefore(0)) ? 0 : 1;
  let length = 0;
  while (answered.has(dayBefore(last + length))) length += 1;
  return length;
}
