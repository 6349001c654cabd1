/** A class session as its rows tell it. */
import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm';
import { contestPairs, contestRounds, contests, entrants, type TurnName } from './contest-schema.ts';
import type { Orm } from './open.ts';
import { IS_OF_DISPUTES } from './disputes.ts';
import { keptTurns, matches, moves, results } from './schema.ts';
import { numberAt, ownTime } from './session-record.ts';

export type Contest = typeof contests.$inferSelect;
export type Entrant = typeof entrants.$inferSelect;
export type Round = typeof contestRounds.$inferSelect;
/** `isOver`: its match is. */
export type PairOf = typeof contestPairs.$inferSelect & { readonly isOver: boolean };
export type NewPair = typeof contestPairs.$inferInsert;
/** What a finished match brought an entrant. */
export type Played = {
  readonly number: number;
  readonly matchId: string;
  readonly round: number;
  readonly points: number;
  readonly moves: number;
  readonly rightMoves: number;
  /** Of all own answers together, in milliseconds. */
  readonly ms: number;
};
/** With the entrants of the match, by number. */
export type DisputedTurn = TurnName & {
  readonly side: 0 | 1;
  readonly comment: string;
  readonly isVoided: boolean;
  readonly isKept: boolean;
  readonly one: number;
  readonly other: number | null;
};

/** All that is known of a session, but what is in play. */
export type Loaded = {
  readonly contest: Contest;
  readonly entrants: readonly Entrant[];
  readonly rounds: readonly Round[];
  readonly pairs: readonly PairOf[];
  readonly played: readonly Played[];
  readonly disputes: readonly DisputedTurn[];
};

/** All that is known of a session; null where there is none. */
export function readContest(orm: Orm, contestId: string): Loaded | null {
  const contest = orm.select().from(contests).where(eq(contests.id, contestId)).get();
  if (!contest) return null;
  const came = orm.select().from(entrants).where(eq(entrants.contestId, contestId));
  const rounds = orm.select().from(contestRounds).where(eq(contestRounds.contestId, contestId));
  return {
    contest,
    entrants: came.orderBy(asc(entrants.number)).all(),
    rounds: rounds.orderBy(asc(contestRounds.round)).all(),
    pairs: readPairs(orm, contestId),
    played: readPlayed(orm, contestId),
    disputes: readDisputes(orm, contestId),
  };
}

function readPairs(orm: Orm, contestId: string): readonly PairOf[] {
  const isOver = sql<boolean>`coalesce(${matches.phase} = 'over', 0)`.mapWith(Boolean);
  return orm
    .select({ ...getTableColumns(contestPairs), isOver })
    .from(contestPairs)
    .leftJoin(matches, eq(matches.id, contestPairs.matchId))
    .where(eq(contestPairs.contestId, contestId))
    .orderBy(asc(contestPairs.round), asc(contestPairs.place))
    .all();
}

function readPlayed(orm: Orm, contestId: string): readonly Played[] {
  const { matchId, points, moves, rightMoves, side } = results;
  return orm
    .select({
      number: numberAt(side),
      matchId,
      round: contestPairs.round,
      points,
      moves,
      rightMoves,
      ms: sql<number>`coalesce(${ownTime('sum')}, 0)`,
    })
    .from(contestPairs)
    .innerJoin(results, eq(results.matchId, contestPairs.matchId))
    .where(eq(contestPairs.contestId, contestId))
    .all()
    .flatMap(({ number, ...row }) => (number === null ? [] : [{ number, ...row }]));
}

function readDisputes(orm: Orm, contestId: string): readonly DisputedTurn[] {
  const isIt = and(eq(keptTurns.matchId, moves.matchId), eq(keptTurns.turn, sql`json_extract(${moves.entry}, '$.turn')`));
  const isKept = sql<boolean>`${keptTurns.turn} IS NOT NULL`.mapWith(Boolean);
  const rows = orm
    .select({ matchId: moves.matchId, entry: moves.entry, one: contestPairs.one, other: contestPairs.other, isKept })
    .from(contestPairs)
    .innerJoin(moves, eq(moves.matchId, contestPairs.matchId))
    .leftJoin(keptTurns, isIt)
    .where(and(eq(contestPairs.contestId, contestId), IS_OF_DISPUTES))
    .orderBy(asc(moves.at))
    .all();
  const isVoided = (matchId: string, turn: number) =>
    rows.some((row) => row.matchId === matchId && row.entry.type === 'voided' && row.entry.turn === turn);
  return rows.flatMap(({ entry, ...row }) =>
    entry.type === 'disputed'
      ? [{ ...row, turn: entry.turn, side: entry.side, comment: entry.comment, isVoided: isVoided(row.matchId, entry.turn) }]
      : [],
  );
}
