/** Days by the reader's clock, as YYYY-MM-DD. `offset`: minutes that it is ahead of UTC. */
import type { CardState } from './schedule.ts';

const DAY_MS = 86_400_000;
const WEEK = 7;

/** `at`: milliseconds since 1970. */
export function dayOf(at: number, offset: number): string {
  return new Date(at + offset * 60_000).toISOString().slice(0, 10);
}

/** `n` days later, or earlier where it is negative. */
export function dayAfter(day: string, n: number): string {
  return new Date(Date.parse(day) + n * DAY_MS).toISOString().slice(0, 10);
}

/** So many weeks up to the one of `today`, which is whole; each begins on Monday (ISO 8601). */
export function lastWeeks(today: string, weeks: number): readonly (readonly string[])[] {
  const sinceMonday = (new Date(today).getUTCDay() + 6) % WEEK;
  const first = dayAfter(today, -sinceMonday - (weeks - 1) * WEEK);
  return Array.from({ length: weeks }, (_, week) => Array.from({ length: WEEK }, (_, n) => dayAfter(first, week * WEEK + n)));
}

export type DueDay = { readonly day: string; readonly count: number };

/** How many cards are due on each of so many days; what is overdue is due today. */
export function dueByDay(cards: readonly CardState[], now: number, offset: number, days: number): readonly DueDay[] {
  const today = dayOf(now, offset);
  const dueOn = cards.map(({ due }) => dayOf(Math.max(due, now), offset));
  return Array.from({ length: days }, (_, n) => dayAfter(today, n)).map((day) => ({
    day,
    count: dueOn.filter((one) => one === day).length,
  }));
}

type Day = { readonly day: string; readonly answers: number; readonly right: number };
/** `trend`: the share of so many days, up to this one, together. */
export type AccuracyPoint = Day & { readonly share: number; readonly trend: number; readonly trendDays: number };

/** So many days with answers count together: a day with a few answers swings far. */
const TREND_DAYS = 5;

/** The share of right answers of each day, and over the days. `days`: oldest first, each with answers. */
export function accuracyPoints(days: readonly Day[]): readonly AccuracyPoint[] {
  return days.map((day, n) => {
    const together = days.slice(Math.max(0, n + 1 - TREND_DAYS), n + 1);
    return { ...day, share: shareOf([day]), trend: shareOf(together), trendDays: together.length };
  });
}

function shareOf(days: readonly Day[]): number {
  const sum = (key: 'answers' | 'right') => days.reduce((before, day) => before + day[key], 0);
  return sum('right') / sum('answers');
}
