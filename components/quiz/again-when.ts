import { useFormatter } from 'next-intl';

const DAY_MS = 86_400_000;
/** Days are counted so far; what is nearer or farther is told in what measures it best. */
const MOST_DAYS = 60;

/** How long from `now` until something comes, in words: "in 8 days". Both in milliseconds since 1970. */
export function useAgainWhen(): (due: number, now: number) => string {
  const format = useFormatter();
  return (due, now) => {
    const days = (due - now) / DAY_MS;
    const isInDays = days >= 1 && days < MOST_DAYS;
    return format.relativeTime(Math.max(due, now), isInDays ? { now, unit: 'day' } : { now });
  };
}
