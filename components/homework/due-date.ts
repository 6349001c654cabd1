/** A due date as `<input type="datetime-local">` writes it: in the browser's own zone, to the minute. */
export function toField(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** Null where nothing whole is typed. */
export function fromField(typed: string): number | null {
  const at = new Date(typed).getTime();
  return Number.isNaN(at) ? null : at;
}

const WEEK_DAYS = 7;

/** The end of the day, in a week. */
export function inAWeek(now: number): number {
  const day = new Date(now);
  day.setDate(day.getDate() + WEEK_DAYS);
  return day.setHours(23, 59, 0, 0);
}
