/** Who is who in a session. */
import type { EntrantRow, InstructorView } from '#protocol/contest.ts';

export function rowsByNumber(rows: readonly EntrantRow[]): ReadonlyMap<number, EntrantRow> {
  return new Map(rows.map((row) => [row.number, row]));
}

/** Who is in. */
export function playersOf(view: InstructorView): readonly EntrantRow[] {
  return view.entrants.filter(({ state }) => state === 'in');
}

/** Who is in and has no seat in the round that runs. */
export function latecomersOf(view: InstructorView): readonly EntrantRow[] {
  if (view.phase !== 'round') return [];
  const seated = new Set(view.pairs.flatMap(({ entrants }) => entrants));
  return playersOf(view).filter(({ number }) => !seated.has(number));
}

/** The pair in which the instructor's browser has the second seat. */
export function ownPairOf(view: InstructorView) {
  return view.standsIn && view.phase === 'round' ? view.pairs.find(({ entrants, isOver }) => entrants[1] === null && !isOver) : undefined;
}

/** By the nickname or the real name, whatever the case. */
export function isNamedLike({ name, realName }: EntrantRow, wanted: string): boolean {
  const text = `${name}\n${realName ?? ''}`.toLocaleLowerCase();
  return text.includes(wanted.trim().toLocaleLowerCase());
}
