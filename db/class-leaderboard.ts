/** Who plays best in an instructor's sessions. */
import { and, count, desc, eq, gte, max, or, sql, sum } from 'drizzle-orm';
import type { Level } from '#game/match/vocabulary.ts';
import type { Ranking } from '#protocol/reports.ts';
import { classes, students } from './class-schema.ts';
import { contestPairs, contests, entrants } from './contest-schema.ts';
import type { Database, Orm } from './open.ts';
import { results } from './schema.ts';
import { numberAt, ownTime, personOf } from './session-record.ts';

/** Null narrows nothing down. `since`: matches that ended then or later. */
export type ClassLeaderboardWish = {
  /** Null where a class alone says whose sessions they are. */
  readonly ownerId: string | null;
  readonly classId: string | null;
  readonly contestId: string | null;
  readonly scenario: string | null;
  readonly level: Level | null;
  readonly since: number;
  readonly by: Ranking;
  readonly minimumMoves: number;
};

/** `name`: of the last session. `ms`: the mean of an answer. */
export type ClassRanked = {
  readonly rank: number;
  readonly personId: string;
  readonly studentId: string | null;
  readonly name: string;
  readonly matches: number;
  readonly moves: number;
  readonly accuracy: number;
  readonly points: number;
  readonly ms: number | null;
};

export async function readClassLeaderboard({ orm }: Database, wish: ClassLeaderboardWish): Promise<readonly ClassRanked[]> {
  return selectClassRanked(orm, wish).all();
}

export function selectClassRanked(orm: Orm, wish: ClassLeaderboardWish) {
  const moves = sum(results.moves).mapWith(Number);
  const points = sum(results.points).mapWith(Number);
  const accuracy = sql<number>`1.0 * sum(${results.rightMoves}) / sum(${results.moves})`;
  const ms = sql<number | null>`1.0 * sum(${ownTime('sum')}) / nullif(sum(${ownTime('count')}), 0)`;
  const order =
    wish.by === 'points' ? sql`${points} DESC, ${accuracy} DESC, ${ms} ASC NULLS LAST` : sql`${accuracy} DESC, ${ms} ASC NULLS LAST`;
  return orm
    .select({
      rank: sql<number>`rank() OVER (ORDER BY ${order})`,
      personId: sql<string>`${personOf}`,
      studentId: entrants.studentId,
      name: entrants.name,
      matches: count(),
      moves,
      accuracy,
      points,
      ms,
      // SQLite takes the columns that are not grouped from the row that has this maximum (https://sqlite.org/lang_select.html#bareagg).
      lastJoined: max(entrants.joinedAt),
    })
    .from(contestPairs)
    .innerJoin(contests, eq(contests.id, contestPairs.contestId))
    .innerJoin(results, eq(results.matchId, contestPairs.matchId))
    .innerJoin(entrants, and(eq(entrants.contestId, contestPairs.contestId), eq(entrants.number, numberAt(results.side))))
    .where(isWished(wish))
    .groupBy(personOf)
    .having(gte(moves, Math.max(1, wish.minimumMoves)))
    .orderBy(sql`1`, desc(points), entrants.name);
}

function isWished({ ownerId, classId, contestId, scenario, level, since }: ClassLeaderboardWish) {
  return and(
    ownerId === null ? undefined : eq(contests.ownerId, ownerId),
    sql`${personOf} IS NOT NULL`,
    classId === null ? undefined : eq(contests.classId, classId),
    contestId === null ? undefined : eq(contests.id, contestId),
    scenario === null ? undefined : eq(results.scenario, scenario),
    level === null ? undefined : eq(results.level, level),
    since === 0 ? undefined : gte(results.endedAt, since),
  );
}

export type OpenBoard = { readonly classId: string; readonly name: string };

/** The classes whose leaderboard the player may see: open to its students, of whom the player is one, or has been in a session. */
export function readOpenBoards({ orm }: Database, playerId: string): readonly OpenBoard[] {
  const wasThere = sql`${classes.id} IN (
    SELECT ${contests.classId} FROM ${contests} INNER JOIN ${entrants} ON ${entrants.contestId} = ${contests.id}
    WHERE ${entrants.playerId} = ${playerId} AND ${entrants.state} = 'in')`;
  const isStudent = sql`${classes.id} IN (SELECT ${students.classId} FROM ${students} WHERE ${students.playerId} = ${playerId})`;
  const { id: classId, name } = classes;
  return orm
    .select({ classId, name })
    .from(classes)
    .where(and(eq(classes.boardOpen, true), or(wasThere, isStudent)))
    .orderBy(name)
    .all();
}

/** As whom the player stands on the leaderboard of a class: as a student of its roster, as a guest, or as both. */
export function readOwnPersons({ orm }: Database, classId: string, playerId: string): readonly string[] {
  const isOwn = and(eq(contests.classId, classId), eq(entrants.playerId, playerId));
  const persons = orm
    .selectDistinct({ person: sql<string>`${personOf}` })
    .from(entrants)
    .innerJoin(contests, eq(contests.id, entrants.contestId));
  return persons
    .where(isOwn)
    .all()
    .map((row) => row.person);
}
