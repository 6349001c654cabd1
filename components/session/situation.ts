/** Where a student of a class session stands, so that the page can say so. */
import type { StudentView } from '#protocol/contest.ts';

export const ROOM_SITUATIONS = ['removed', 'asking', 'lobby', 'play', 'done', 'late', 'between', 'over'] as const;
export type RoomSituation = (typeof ROOM_SITUATIONS)[number];

export function roomSituationOf({ phase, me, match }: StudentView): RoomSituation {
  if (phase === 'over') return 'over';
  if (me.state !== 'in') return me.state;
  if (phase !== 'round') return phase;
  if (match === null) return 'late';
  return match.isOver ? 'done' : 'play';
}

/** The match to which the student is called now; null where there is none. */
export function calledMatchOf(view: StudentView): string | null {
  return roomSituationOf(view) === 'play' ? (view.match?.matchId ?? null) : null;
}
