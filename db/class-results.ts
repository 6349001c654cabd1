/** What the students of a roster brought home from the sessions of their class. */
import { and, asc, eq, isNotNull, sql, sum } from 'drizzle-orm';
import { contestPairs, contests, entrants } from './contest-schema.ts';
import type { Database } from './open.ts';
import { results } from './schema.ts';
import { numberAt } from './session-record.ts';

/** All rounds of a session together; who came with a phone and a laptop is in it once. */
export type SessionResult = {
  readonly contestId: string;
  readonly title: string;
  readonly createdAt: number;
  readonly studentId: string;
  readonly moves: number;
  readonly rightMoves: number;
  readonly points: number;
};

/** The oldest session first. */
export function readSessionResults({ orm }: Database, classId: string): readonly SessionResult[] {
  const { studentId } = entrants;
  return orm
    .select({
      contestId: contests.id,
      title: sql<string>`${contests.settings} ->> '$.title'`,
      createdAt: contests.createdAt,
      studentId: sql<string>`${studentId}`,
      moves: sum(results.moves).mapWith(Number),
      rightMoves: sum(results.rightMoves).mapWith(Number),
      points: sum(results.points).mapWith(Number),
    })
    .from(contests)
    .innerJoin(contestPairs, eq(contestPairs.contestId, contests.id))
    .innerJoin(results, eq(results.matchId, contestPairs.matchId))
    .innerJoin(entrants, and(eq(entrants.contestId, contests.id), eq(entrants.number, numberAt(results.side))))
    .where(and(eq(contests.classId, classId), isNotNull(studentId)))
    .groupBy(contests.id, studentId)
    .orderBy(asc(contests.createdAt), asc(contests.id))
    .all();
}
