/** The students of class sessions. Every check that decides who gets in is made inside the write. */
import { and, asc, count, desc, eq, gt, ne, or, sql } from 'drizzle-orm';
import type { Fault } from '#protocol/faults.ts';
import { Conflict, unlessConflict } from './conflict.ts';
import type { Entrant } from './contest-rows.ts';
import { contestPairs, contests, entrants } from './contest-schema.ts';
import type { Database } from './open.ts';

export type Join = {
  readonly playerId: string;
  readonly name: string;
  readonly nameKey: string;
  readonly studentId: string | null;
};
export type Joined = { readonly ok: true; readonly entrant: Entrant } | { readonly ok: false; readonly fault: Fault };

export type EntrantStore = {
  entrantOf(contestId: string, playerId: string): Entrant | null;
  /** As whom a student is in a session. */
  entrantOfStudent(contestId: string, studentId: string): Entrant | null;
  /** The sessions that are not over in which the player is an entrant. */
  openContestsOf(playerId: string): readonly string[];
  /** The session that the player joined last and is in, open or ended after `since`. */
  latestOf(playerId: string, since: number): string | null;
  /** Whether the match is one of a session that the player was removed from. */
  isRemovedFrom(matchId: string, playerId: string): boolean;
  /**
   * A newcomer, or the same player again, who keeps the name of the first time. One who was removed asks to be let in. A student is in a
   * session once: `student-is-in` where it is as another player.
   */
  join(contestId: string, join: Join, most: number): Promise<Joined>;
  changeEntrant(contestId: string, number: number, values: Partial<Entrant>): Promise<'changed' | 'name-taken'>;
};

export function createEntrantStore({ orm, write }: Database, now: () => number): EntrantStore {
  const isOf = (contestId: string, number: number) => and(eq(entrants.contestId, contestId), eq(entrants.number, number));

  function entrantOf(contestId: string, playerId: string): Entrant | null {
    const mine = and(eq(entrants.contestId, contestId), eq(entrants.playerId, playerId));
    return orm.select().from(entrants).where(mine).get() ?? null;
  }

  function entrantOfStudent(contestId: string, studentId: string): Entrant | null {
    const theirs = and(eq(entrants.contestId, contestId), eq(entrants.studentId, studentId));
    return orm.select().from(entrants).where(theirs).orderBy(asc(entrants.number)).get() ?? null;
  }

  function openContestsOf(playerId: string): readonly string[] {
    const open = orm
      .select({ id: contests.id })
      .from(entrants)
      .innerJoin(contests, eq(contests.id, entrants.contestId))
      .where(and(eq(entrants.playerId, playerId), ne(contests.phase, 'over')))
      .all();
    return open.map(({ id }) => id);
  }

  function latestOf(playerId: string, since: number): string | null {
    const isIn = and(eq(entrants.playerId, playerId), ne(entrants.state, 'removed'));
    const found = orm
      .select({ contestId: contests.id })
      .from(entrants)
      .innerJoin(contests, eq(contests.id, entrants.contestId))
      .where(and(isIn, or(ne(contests.phase, 'over'), gt(contests.endedAt, since))))
      .orderBy(desc(entrants.joinedAt))
      .get();
    return found?.contestId ?? null;
  }

  const removed = orm
    .select({ number: entrants.number })
    .from(contestPairs)
    .innerJoin(entrants, eq(entrants.contestId, contestPairs.contestId))
    .where(
      and(
        eq(contestPairs.matchId, sql.placeholder('matchId')),
        eq(entrants.playerId, sql.placeholder('playerId')),
        ne(entrants.state, 'in'),
      ),
    )
    .prepare();

  function join(contestId: string, { playerId, name, nameKey, studentId }: Join, most: number): Joined {
    const student = studentId === null ? null : entrantOfStudent(contestId, studentId);
    if (student && student.playerId !== playerId) return { ok: false, fault: 'student-is-in' };
    const again = entrantOf(contestId, playerId);
    if (again) return { ok: true, entrant: comeAgain(again, studentId) };
    const contest = orm.select().from(contests).where(eq(contests.id, contestId)).get();
    if (!contest || contest.phase === 'over') return { ok: false, fault: 'session-over' };
    if (contest.isLocked) return { ok: false, fault: 'session-locked' };
    const taken = and(eq(entrants.contestId, contestId), eq(entrants.nameKey, nameKey));
    if (orm.select().from(entrants).where(taken).get()) return { ok: false, fault: 'name-taken' };
    const number = orm.select({ came: count() }).from(entrants).where(eq(entrants.contestId, contestId)).get()?.came ?? 0;
    if (number >= most) return { ok: false, fault: 'session-full' };
    const entrant: Entrant = { contestId, number, playerId, studentId, name, nameKey, state: 'in', isBot: false, joinedAt: now() };
    orm.insert(entrants).values(entrant).run();
    return { ok: true, entrant };
  }

  /** Who came without a personal code may say later who it is. */
  function comeAgain(entrant: Entrant, student: string | null): Entrant {
    const state = entrant.state === 'removed' ? 'asking' : entrant.state;
    const studentId = entrant.studentId ?? student;
    orm.update(entrants).set({ state, studentId }).where(isOf(entrant.contestId, entrant.number)).run();
    return { ...entrant, state, studentId };
  }

  function changeEntrant(contestId: string, number: number, values: Partial<Entrant>): void {
    const { nameKey } = values;
    const others = and(eq(entrants.contestId, contestId), ne(entrants.number, number), eq(entrants.nameKey, nameKey ?? ''));
    if (nameKey && orm.select().from(entrants).where(others).get()) throw new Conflict();
    orm.update(entrants).set(values).where(isOf(contestId, number)).run();
  }

  return {
    entrantOf,
    entrantOfStudent,
    openContestsOf,
    latestOf,
    isRemovedFrom: (matchId, playerId) => removed.get({ matchId, playerId }) !== undefined,
    join: (contestId, one, most) => write(() => join(contestId, one, most)),
    changeEntrant: (contestId, number, values) =>
      unlessConflict(
        write(() => changeEntrant(contestId, number, values)),
        'changed',
        'name-taken',
      ),
  };
}
