/** Class sessions: who runs one, who came, who met whom. Every check that decides who gets in is made inside the write. */
import { and, count, desc, eq, inArray, lt, ne, sql } from 'drizzle-orm';
import type { Fault } from '#protocol/faults.ts';
import { type Contest, type Entrant, type Loaded, type NewPair, readContest, type Round } from './contest-rows.ts';
import { contestPairs, contestRounds, contests, entrants } from './contest-schema.ts';
import type { Database } from './open.ts';

export type Join = {
  readonly playerId: string;
  readonly name: string;
  readonly nameKey: string;
  readonly studentId: string | null;
};
export type Joined = { readonly ok: true; readonly entrant: Entrant } | { readonly ok: false; readonly fault: Fault };

export type ContestStore = {
  /** Takes a code that has expired from whoever had it; 'code-taken' where it has not. */
  add(contest: Contest, bots: readonly Entrant[]): Promise<'stored' | 'code-taken'>;
  /** A new code for a session, with the instant until which it is good. */
  giveCode(contestId: string, code: string, codeUntil: number): Promise<'stored' | 'code-taken'>;
  load(contestId: string): Loaded | null;
  ownerOf(contestId: string): string | null;
  byCode(code: string): Contest | null;
  byProjectorKey(key: string): Contest | null;
  ofOwner(ownerId: string): readonly (Contest & { readonly entrants: number })[];
  /** The ids of those in a round. */
  running(): readonly string[];
  ofMatch(matchId: string): string | null;
  entrantOf(contestId: string, playerId: string): Entrant | null;
  /** A newcomer, or the same player again, who keeps the name of the first time. One who was removed asks to be let in. */
  join(contestId: string, join: Join, most: number): Promise<Joined>;
  change(contestId: string, values: Partial<Contest>): Promise<void>;
  changeEntrant(contestId: string, number: number, values: Partial<Entrant>): Promise<'changed' | 'name-taken'>;
  /** 'conflict': the session is not at the round before. */
  startRound(round: Round, pairs: readonly NewPair[]): Promise<'stored' | 'conflict'>;
  endRound(contestId: string, round: number, at: number): Promise<void>;
};

/** The words stand in the statement, as in the index: bound ones would not be matched to it (sqlite.org/partialindex.html). */
const IS_OPEN = sql`${contests.phase} <> 'over'`;

class Conflict extends Error {}

export function createContestStore({ orm, write }: Database, now: () => number): ContestStore {
  const isOf = (contestId: string, number: number) => and(eq(entrants.contestId, contestId), eq(entrants.number, number));

  function freeCode(code: string | null): void {
    if (code === null) return;
    const hasExpired = and(eq(contests.code, code), lt(contests.codeUntil, now()));
    orm.update(contests).set({ code: null }).where(hasExpired).run();
    if (orm.select().from(contests).where(eq(contests.code, code)).get()) throw new Conflict();
  }

  function entrantOf(contestId: string, playerId: string): Entrant | null {
    const mine = and(eq(entrants.contestId, contestId), eq(entrants.playerId, playerId));
    return orm.select().from(entrants).where(mine).get() ?? null;
  }

  function join(contestId: string, { playerId, name, nameKey, studentId }: Join, most: number): Joined {
    const again = entrantOf(contestId, playerId);
    if (again) return { ok: true, entrant: again.state === 'removed' ? asking(again) : again };
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

  function asking(entrant: Entrant): Entrant {
    orm.update(entrants).set({ state: 'asking' }).where(isOf(entrant.contestId, entrant.number)).run();
    return { ...entrant, state: 'asking' };
  }

  function changeEntrant(contestId: string, number: number, values: Partial<Entrant>): void {
    const { nameKey } = values;
    const others = and(eq(entrants.contestId, contestId), ne(entrants.number, number), eq(entrants.nameKey, nameKey ?? ''));
    if (nameKey && orm.select().from(entrants).where(others).get()) throw new Conflict();
    orm.update(entrants).set(values).where(isOf(contestId, number)).run();
  }

  function startRound(round: Round, pairs: readonly NewPair[]): void {
    const isBefore = and(
      eq(contests.id, round.contestId),
      inArray(contests.phase, ['lobby', 'between']),
      eq(contests.round, round.round - 1),
    );
    const started = { phase: 'round', round: round.round, isPaused: false, shown: null } as const;
    if (orm.update(contests).set(started).where(isBefore).run().changes === 0) throw new Conflict();
    orm.insert(contestRounds).values(round).run();
    for (const pair of pairs) orm.insert(contestPairs).values(pair).run();
  }

  function endRound(contestId: string, round: number, endedAt: number): void {
    const isRunning = and(eq(contests.id, contestId), eq(contests.phase, 'round'), eq(contests.round, round));
    if (orm.update(contests).set({ phase: 'between', isPaused: false }).where(isRunning).run().changes === 0) return;
    const isIt = and(eq(contestRounds.contestId, contestId), eq(contestRounds.round, round));
    orm.update(contestRounds).set({ endedAt }).where(isIt).run();
  }

  function ofOwner(ownerId: string): readonly (Contest & { readonly entrants: number })[] {
    const own = orm.select().from(contests).where(eq(contests.ownerId, ownerId)).orderBy(desc(contests.createdAt)).all();
    const counts = orm.select({ id: entrants.contestId, came: count() }).from(entrants).groupBy(entrants.contestId).all();
    const cameTo = new Map(counts.map(({ id, came }) => [id, came]));
    return own.map((contest) => ({ ...contest, entrants: cameTo.get(contest.id) ?? 0 }));
  }

  return {
    add: (contest, bots) =>
      unlessConflict(
        write(() => {
          freeCode(contest.code);
          orm.insert(contests).values(contest).run();
          for (const bot of bots) orm.insert(entrants).values(bot).run();
        }),
        'stored',
        'code-taken',
      ),
    giveCode: (contestId, code, codeUntil) =>
      unlessConflict(
        write(() => {
          freeCode(code);
          orm.update(contests).set({ code, codeUntil }).where(eq(contests.id, contestId)).run();
        }),
        'stored',
        'code-taken',
      ),
    load: (contestId) => readContest(orm, contestId),
    ownerOf: (contestId) =>
      orm.select({ ownerId: contests.ownerId }).from(contests).where(eq(contests.id, contestId)).get()?.ownerId ?? null,
    byCode: (code) => orm.select().from(contests).where(eq(contests.code, code)).get() ?? null,
    byProjectorKey: (key) => orm.select().from(contests).where(eq(contests.projectorKey, key)).get() ?? null,
    ofOwner,
    running: () =>
      orm
        .select({ id: contests.id })
        .from(contests)
        .where(and(IS_OPEN, eq(contests.phase, 'round')))
        .all()
        .map(({ id }) => id),
    ofMatch: (matchId) =>
      orm.select({ id: contestPairs.contestId }).from(contestPairs).where(eq(contestPairs.matchId, matchId)).get()?.id ?? null,
    entrantOf,
    join: (contestId, one, most) => write(() => join(contestId, one, most)),
    change: (contestId, values) => write(() => void orm.update(contests).set(values).where(eq(contests.id, contestId)).run()),
    changeEntrant: (contestId, number, values) =>
      unlessConflict(
        write(() => changeEntrant(contestId, number, values)),
        'changed',
        'name-taken',
      ),
    startRound: (round, pairs) =>
      unlessConflict(
        write(() => startRound(round, pairs)),
        'stored',
        'conflict',
      ),
    endRound: (contestId, round, at) => write(() => endRound(contestId, round, at)),
  };
}

async function unlessConflict<Done, Not>(written: Promise<void>, done: Done, not: Not): Promise<Done | Not> {
  try {
    await written;
    return done;
  } catch (error) {
    if (error instanceof Conflict) return not;
    throw error;
  }
}
