/** Class sessions: who runs one, its rounds, who met whom. */
import { and, count, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import { type Contest, type Entrant, type Loaded, type NewPair, readContest, type Round } from './contest-rows.ts';
import { contestPairs, contestRounds, contests, entrants } from './contest-schema.ts';
import { Conflict, unlessConflict } from './conflict.ts';
import { createEntrantStore, type EntrantStore } from './entrants.ts';
import type { Database } from './open.ts';

/** How many sessions are in each phase but the last. */
export type OpenContests = Readonly<Record<Exclude<Contest['phase'], 'over'>, number>>;

export type ContestStore = EntrantStore & {
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
  countOpen(): OpenContests;
  ofMatch(matchId: string): string | null;
  change(contestId: string, values: Partial<Contest>): Promise<void>;
  /** 'conflict': the session is not at the round before. */
  startRound(round: Round, pairs: readonly NewPair[]): Promise<'stored' | 'conflict'>;
  endRound(contestId: string, round: number, at: number): Promise<void>;
};

/** The words stand in the statement, as in the index: bound ones would not be matched to it (sqlite.org/partialindex.html). */
const IS_OPEN = sql`${contests.phase} <> 'over'`;

export function createContestStore(database: Database, now: () => number): ContestStore {
  const { orm, write } = database;
  function freeCode(code: string | null): void {
    if (code === null) return;
    const hasExpired = and(eq(contests.code, code), lt(contests.codeUntil, now()));
    orm.update(contests).set({ code: null }).where(hasExpired).run();
    if (orm.select().from(contests).where(eq(contests.code, code)).get()) throw new Conflict();
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
    const counts = orm
      .select({ id: entrants.contestId, came: count() })
      .from(entrants)
      .innerJoin(contests, eq(contests.id, entrants.contestId))
      .where(eq(contests.ownerId, ownerId))
      .groupBy(entrants.contestId)
      .all();
    const cameTo = new Map(counts.map(({ id, came }) => [id, came]));
    return own.map((contest) => ({ ...contest, entrants: cameTo.get(contest.id) ?? 0 }));
  }

  return {
    ...createEntrantStore(database, now),
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
    countOpen() {
      const counted = orm.select({ phase: contests.phase, count: count() }).from(contests).where(IS_OPEN).groupBy(contests.phase).all();
      return { lobby: 0, round: 0, between: 0, ...Object.fromEntries(counted.map(({ phase, count: many }) => [phase, many])) };
    },
    ofMatch: (matchId) =>
      orm.select({ id: contestPairs.contestId }).from(contestPairs).where(eq(contestPairs.matchId, matchId)).get()?.id ?? null,
    change: (contestId, values) => write(() => void orm.update(contests).set(values).where(eq(contests.id, contestId)).run()),
    startRound: (round, pairs) =>
      unlessConflict(
        write(() => startRound(round, pairs)),
        'stored',
        'conflict',
      ),
    endRound: (contestId, round, at) => write(() => endRound(contestId, round, at)),
  };
}
