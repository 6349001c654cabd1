/** What people answered in the sessions of a class, counted by everything that a report asks after. */
import { and, asc, count, desc, eq, max, sql, sum } from 'drizzle-orm';
import type { MisconceptionId } from '#game/match/misconceptions.ts';
import type { RuleId } from '#game/tcp/rules.ts';
import type { State } from '#game/tcp/vocabulary.ts';
import { MOST_MASTERY_TURNS, type MasteryTurnsQuery } from '#protocol/reports.ts';
import { contestPairs, contests, entrants } from './contest-schema.ts';
import type { Database } from './open.ts';
import { judgedMoves } from './schema.ts';
import { numberAt, personOf } from './session-record.ts';

/** `personId` is null for who was erased. */
export type MasteryCell = {
  readonly personId: string | null;
  readonly contestId: string;
  readonly state: State;
  readonly rule: RuleId;
  readonly misconception: MisconceptionId | null;
  readonly asked: number;
  readonly right: number;
};

/** `name`: of the last session. */
export type ClassPerson = { readonly personId: string; readonly studentId: string | null; readonly name: string };
export type ClassSession = Pick<typeof contests.$inferSelect, 'id' | 'settings' | 'createdAt'>;

/** The last rule that fired decides. */
const rule = sql<RuleId>`json_extract(${judgedMoves.rules}, '$[#-1]')`;
const isRight = sql<boolean>`(${judgedMoves.segmentRight} AND ${judgedMoves.stateRight})`;

/** Where the answers of a class are: what people answered themselves, or missed while they were there, in turns that count. */
const isOfPair = eq(contestPairs.matchId, judgedMoves.matchId);
const isOfContest = eq(contests.id, contestPairs.contestId);
const isOfEntrant = and(eq(entrants.contestId, contestPairs.contestId), eq(entrants.number, numberAt(judgedMoves.side)));
const IS_COUNTED = and(eq(judgedMoves.by, 'player'), eq(judgedMoves.voided, false));
const counts = (classId: string) => and(eq(contests.classId, classId), IS_COUNTED);

/** One session at a time: with six hundred students one takes a tenth of a second, and others wait meanwhile. */
export function readMasteryCells({ orm }: Database, contestId: string): readonly MasteryCell[] {
  const { state, misconception } = judgedMoves;
  return orm
    .select({
      personId: personOf,
      contestId: contestPairs.contestId,
      state,
      rule,
      misconception,
      asked: count(),
      right: sum(isRight).mapWith(Number),
    })
    .from(contestPairs)
    .innerJoin(judgedMoves, isOfPair)
    .innerJoin(entrants, isOfEntrant)
    .where(and(eq(contestPairs.contestId, contestId), IS_COUNTED))
    .groupBy(personOf, state, rule, misconception)
    .all();
}

export function readClassSessions({ orm }: Database, classId: string): readonly ClassSession[] {
  const { id, settings, createdAt } = contests;
  const isPlayed = and(eq(contests.classId, classId), eq(contests.isRehearsal, false));
  return orm.select({ id, settings, createdAt }).from(contests).where(isPlayed).orderBy(asc(createdAt)).all();
}

export function readClassPeople({ orm }: Database, classId: string): readonly ClassPerson[] {
  const { studentId, name, joinedAt } = entrants;
  return orm
    .select({ personId: sql<string>`${personOf}`, studentId, name, lastJoined: max(joinedAt) })
    .from(entrants)
    .innerJoin(contests, eq(contests.id, entrants.contestId))
    .where(and(eq(contests.classId, classId), sql`${personOf} IS NOT NULL`))
    .groupBy(personOf)
    .orderBy(name)
    .all();
}

export type StoredMasteryTurn = {
  readonly move: typeof judgedMoves.$inferSelect;
  readonly rule: RuleId;
  readonly name: string;
  readonly studentId: string | null;
};

/** The newest first. */
export function readMasteryTurns({ orm }: Database, classId: string, wish: MasteryTurnsQuery): readonly StoredMasteryTurn[] {
  return orm
    .select({ move: judgedMoves, rule, name: entrants.name, studentId: entrants.studentId })
    .from(judgedMoves)
    .innerJoin(contestPairs, isOfPair)
    .innerJoin(contests, isOfContest)
    .innerJoin(entrants, isOfEntrant)
    .where(and(counts(classId), isWished(wish)))
    .orderBy(desc(judgedMoves.at), asc(judgedMoves.matchId), asc(judgedMoves.turn), asc(judgedMoves.side))
    .limit(MOST_MASTERY_TURNS)
    .all();
}

function isWished(wish: MasteryTurnsQuery) {
  return and(
    wish.rule === undefined ? undefined : sql`${rule} = ${wish.rule}`,
    wish.misconception === undefined ? undefined : sql`${judgedMoves.misconception} = ${wish.misconception}`,
    wish.state === undefined ? undefined : sql`${judgedMoves.state} = ${wish.state}`,
    wish.person === undefined ? undefined : sql`${personOf} = ${wish.person}`,
  );
}
