/** What was played in a session so far: finished matches, by the entrants who played them. */
import { and, asc, eq, sql } from 'drizzle-orm';
import type { ExportedResult, ExportedTurn } from '#protocol/exports.ts';
import { contestPairs, contests, entrants } from './contest-schema.ts';
import type { Database } from './open.ts';
import { judgedMoves, results } from './schema.ts';

export type SessionRecord = {
  readonly contest: typeof contests.$inferSelect;
  /** In the order in which they came; those who were removed too. */
  readonly entrants: readonly (typeof entrants.$inferSelect)[];
  readonly results: readonly ExportedResult[];
  /** Only what the entrants answered themselves, or missed while they were there. */
  readonly turns: readonly ExportedTurn[];
};

/** Null where the account has no such session: somebody else's is none. */
export async function readSessionRecord({ orm }: Database, ownerId: string, contestId: string): Promise<SessionRecord | null> {
  const isOwn = and(eq(contests.id, contestId), eq(contests.ownerId, ownerId));
  const contest = orm.select().from(contests).where(isOwn).get();
  if (!contest) return null;
  const came = orm.select().from(entrants).where(eq(entrants.contestId, contestId)).orderBy(asc(entrants.number)).all();
  return { contest, entrants: came, results: readResults(orm, contestId), turns: readTurns(orm, contestId) };
}

const { one, other, round, place } = contestPairs;

/** The entrant at a side; the instructor, who may sit at one, is none. */
export const numberAt = (side: typeof results.side | typeof judgedMoves.side) =>
  sql<number | null>`CASE ${side} WHEN 0 THEN ${one} ELSE ${other} END`;

/** A person is a student of the roster, or else a player; who was erased is neither. */
export const personOf = sql<string | null>`coalesce(${entrants.studentId}, ${entrants.playerId})`;

/** Of the answers that count for a result: the sum of their milliseconds, or how many there are. What does not count takes no time either. */
export const ownTime = (what: 'sum' | 'count') => sql<number | null>`
  (SELECT ${sql.raw(what)}(${judgedMoves.ms}) FROM ${judgedMoves}
   WHERE ${judgedMoves.matchId} = ${results.matchId} AND ${judgedMoves.side} = ${results.side}
     AND ${judgedMoves.by} = 'player' AND NOT ${judgedMoves.voided})`;

function readResults(orm: Database['orm'], contestId: string): readonly ExportedResult[] {
  const { matchId, scenario, points, moves, rightMoves, predictions, rightPredictions, side } = results;
  const opponent = sql<number | null>`CASE ${side} WHEN 0 THEN ${other} ELSE ${one} END`;
  return orm
    .select({
      number: numberAt(side),
      round,
      matchId,
      scenario,
      opponent,
      points,
      moves,
      rightMoves,
      predictions,
      rightPredictions,
    })
    .from(contestPairs)
    .innerJoin(results, eq(results.matchId, contestPairs.matchId))
    .where(eq(contestPairs.contestId, contestId))
    .orderBy(asc(round), asc(place), asc(side))
    .all()
    .flatMap(({ number, ...row }) => (number === null ? [] : [{ number, ...row }]));
}

function readTurns(orm: Database['orm'], contestId: string): readonly ExportedTurn[] {
  const isAnswered = and(eq(contestPairs.contestId, contestId), eq(judgedMoves.by, 'player'));
  return orm
    .select({ number: numberAt(judgedMoves.side), round, move: judgedMoves })
    .from(contestPairs)
    .innerJoin(judgedMoves, eq(judgedMoves.matchId, contestPairs.matchId))
    .where(isAnswered)
    .orderBy(asc(round), asc(place), asc(judgedMoves.turn), asc(judgedMoves.side))
    .all()
    .flatMap(({ number, round, move }) => (number === null ? [] : [toTurn(number, round, move)]));
}

function toTurn(number: number, round: number, move: typeof judgedMoves.$inferSelect): ExportedTurn {
  const { matchId, scenario, level, leg, turn, seat, state, event, rules, misconception, points, ms, voided } = move;
  const { chosenSegment, chosenState, expectedSegment, expectedState, segmentRight, stateRight } = move;
  return {
    number,
    round,
    matchId,
    scenario,
    level,
    leg: leg + 1,
    turn: turn + 1,
    role: seat,
    state,
    event,
    rules,
    chosenSegment,
    chosenState,
    expectedSegment,
    expectedState,
    segmentRight,
    stateRight,
    misconception,
    points,
    milliseconds: ms,
    voided,
  };
}
