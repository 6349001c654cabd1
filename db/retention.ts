/**
 * What is kept for longer than it should be: players who have not come since, and matches in which nobody is left
 * (docs/decisions/retention.md). Every step is a short write of its own, after which the database makes sense.
 */
import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm';
import { students } from './class-schema.ts';
import { entrants } from './contest-schema.ts';
import { eraseFromMatch, erasePlayer, matchesOf } from './erasure.ts';
import { homeworkTries } from './homework-schema.ts';
import type { Database } from './open.ts';
import { invitations, judgedMoves, keptTurns, matches, moves, nameReports, players, results, sessions } from './schema.ts';
import { studyAnswers } from './study-schema.ts';

/** A place in the row of players by when they were last seen. */
export type Unseen = { readonly id: string; readonly lastSeenAt: number };

export type RetentionStore = {
  /** Players last seen before that instant who are on no roster and in no open match: the first of them, or those after `after`. */
  unseen(before: number, after: Unseen | null): readonly Unseen[];
  /** Nobody can come as the player any more. False where somebody has come meanwhile. */
  closeDoor(playerId: string, before: number): Promise<boolean>;
  matchesOf(playerId: string): readonly string[];
  eraseFromMatch(playerId: string, matchId: string): Promise<void>;
  /** Some of what the player has answered in self-study; false where nothing is left. */
  eraseSomeAnswers(playerId: string): Promise<boolean>;
  erasePlayer(playerId: string): Promise<void>;
  /** Some of the matches that ended before that instant, in which nobody is left, and which are of no class. */
  matchesOfNobody(before: number): readonly string[];
  deleteMatch(matchId: string): Promise<void>;
  /** What would be erased now, with each number `most` at most. */
  count(before: number, most: number): { readonly players: number; readonly matches: number };
};

const AT_ONCE = 20;
const ANSWERS_AT_ONCE = 500;

/** A student may have come as several players, to sessions and to homework; the roster knows the newest. */
const MAY_GO = sql`
  NOT EXISTS (SELECT 1 FROM ${students} WHERE ${students.playerId} = ${players.id})
  AND NOT EXISTS (SELECT 1 FROM ${entrants} WHERE ${entrants.playerId} = ${players.id} AND ${entrants.studentId} IS NOT NULL)
  AND NOT EXISTS (
    SELECT 1 FROM ${matches} JOIN ${homeworkTries} ON ${homeworkTries.matchId} = ${matches.id} WHERE ${matches.player0} = ${players.id}
  )
  AND NOT EXISTS (SELECT 1 FROM ${matches} WHERE ${matches.player0} = ${players.id} AND ${matches.phase} = 'open')
  AND NOT EXISTS (SELECT 1 FROM ${matches} WHERE ${matches.player1} = ${players.id} AND ${matches.phase} = 'open')`;

/** The words stand in the statement, as in the index `matches_of_nobody` (sqlite.org/partialindex.html). */
const IS_OF_NO_CLASS = sql`${matches.phase} = 'over' AND ${matches.kind} NOT IN ('class', 'homework')`;
/** By that index: SQLite would rather go through all matches against bots. */
const FROM_NOBODY = sql`
  FROM ${matches} INDEXED BY matches_of_nobody
  WHERE ${IS_OF_NO_CLASS} AND ${matches.player0} IS NULL AND ${matches.player1} IS NULL`;

export function createRetentionStore({ orm, write }: Database): RetentionStore {
  const isUnseen = (before: number) => and(lt(players.lastSeenAt, before), MAY_GO);

  function unseen(before: number, after: Unseen | null): readonly Unseen[] {
    const isAfter = after && sql`(${players.lastSeenAt}, ${players.id}) > (${after.lastSeenAt}, ${after.id})`;
    return orm
      .select({ id: players.id, lastSeenAt: players.lastSeenAt })
      .from(players)
      .where(and(isUnseen(before), isAfter ?? undefined))
      .orderBy(asc(players.lastSeenAt), asc(players.id))
      .limit(AT_ONCE)
      .all();
  }

  function closeDoor(playerId: string, before: number): boolean {
    const isIt = and(eq(players.id, playerId), isUnseen(before));
    if (orm.update(players).set({ recoveryHash: null }).where(isIt).run().changes === 0) return false;
    orm.delete(sessions).where(eq(sessions.playerId, playerId)).run();
    return true;
  }

  function eraseSomeAnswers(playerId: string): boolean {
    const some = orm.select({ id: studyAnswers.id }).from(studyAnswers).where(eq(studyAnswers.playerId, playerId)).limit(ANSWERS_AT_ONCE);
    return (
      orm
        .delete(studyAnswers)
        .where(and(eq(studyAnswers.playerId, playerId), inArray(studyAnswers.id, some)))
        .run().changes > 0
    );
  }

  function deleteMatch(matchId: string): void {
    for (const table of [nameReports, keptTurns, invitations, judgedMoves, results, moves])
      orm.delete(table).where(eq(table.matchId, matchId)).run();
    orm.delete(matches).where(eq(matches.id, matchId)).run();
  }

  function matchesOfNobody(before: number): readonly string[] {
    const old = sql`SELECT ${matches.id} AS id ${FROM_NOBODY} AND ${matches.endedAt} < ${before} ORDER BY ${matches.endedAt} LIMIT ${AT_ONCE}`;
    return orm.all<{ id: string }>(old).map(({ id }) => id);
  }

  function count(before: number, most: number) {
    const going = orm.select({ id: players.id }).from(players).where(isUnseen(before)).limit(most).all();
    return { players: going.length, matches: countMatches(before, most, JSON.stringify(going.map(({ id }) => id))) };
  }

  /** Where one goes, the other has to be nobody, or to go as well. */
  function countMatches(before: number, most: number, going: string): number {
    const goes = (player: typeof matches.player0 | typeof matches.player1) => sql`${player} IN (SELECT value FROM json_each(${going}))`;
    const isOld = sql`${IS_OF_NO_CLASS} AND ${matches.endedAt} < ${before}`;
    const { player0, player1 } = matches;
    const { counted } = orm.get<{ counted: number }>(sql`
      SELECT count(*) AS counted FROM (
        SELECT 1 ${FROM_NOBODY} AND ${matches.endedAt} < ${before}
        UNION ALL SELECT 1 FROM ${matches} WHERE ${goes(player0)} AND (${player1} IS NULL OR ${goes(player1)}) AND ${isOld}
        UNION ALL SELECT 1 FROM ${matches} WHERE ${goes(player1)} AND +${player0} IS NULL AND ${isOld}
        LIMIT ${most})`);
    return counted;
  }

  return {
    unseen,
    closeDoor: (playerId, before) => write(() => closeDoor(playerId, before)),
    matchesOf: (playerId) => matchesOf(orm, playerId),
    eraseFromMatch: (playerId, matchId) => write(() => eraseFromMatch(orm, playerId, matchId)),
    eraseSomeAnswers: (playerId) => write(() => eraseSomeAnswers(playerId)),
    erasePlayer: (playerId) => write(() => erasePlayer(orm, playerId)),
    matchesOfNobody,
    deleteMatch: (matchId) => write(() => deleteMatch(matchId)),
    count,
  };
}
