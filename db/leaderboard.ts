/** Who plays best: from what the ranked results of each player come to (`board_scores`), never from the results themselves. */
import { and, desc, eq, gte, sql } from 'drizzle-orm';
import type { Database, Orm } from './open.ts';
import { type BOARD_PERIODS, boardScores, players } from './schema.ts';

export type Ranked = {
  readonly rank: number;
  readonly playerId: string;
  readonly name: string;
  readonly matches: number;
  readonly moves: number;
  readonly accuracy: number;
  readonly points: number;
};

/** `since`: when the period began. `scenario` null: all of them together. */
export type LeaderboardWish = {
  readonly period: (typeof BOARD_PERIODS)[number];
  readonly since: number;
  readonly scenario: string | null;
  readonly minimumMoves: number;
};

/** By accuracy, then by points; equals share a rank. The first `most` of them, and behind them the player, wherever that is. */
export function readLeaderboard({ orm }: Database, wish: LeaderboardWish, most: number, playerId: string | null): readonly Ranked[] {
  const first = ranked(selectFirst(orm, wish).limit(most).all());
  if (playerId === null || first.some((one) => one.playerId === playerId)) return first;
  const own = selectRows(orm, and(isOnBoard(wish), eq(boardScores.playerId, playerId))).get();
  return own ? [...first, { ...own, rank: 1 + (selectBetter(orm, wish, own).get()?.better ?? 0) }] : first;
}

type Row = Omit<Ranked, 'rank'>;

function ranked(rows: readonly Row[]): readonly Ranked[] {
  return rows.map((row) => ({
    rank: 1 + rows.findIndex((other) => other.accuracy === row.accuracy && other.points === row.points),
    ...row,
  }));
}

/** In the order of `board_scores_in_order`: SQLite reads as many rows as are shown. */
export function selectFirst(orm: Orm, wish: LeaderboardWish) {
  return selectRows(orm, isOnBoard(wish)).orderBy(desc(boardScores.accuracy), desc(boardScores.points), players.name);
}

/** How many are better than that row, from the same index alone. */
export function selectBetter(orm: Orm, wish: LeaderboardWish, { accuracy, points }: Pick<Row, 'accuracy' | 'points'>) {
  const isBetter = sql`(${boardScores.accuracy}, ${boardScores.points}) > (${accuracy}, ${points})`;
  return orm
    .select({ better: sql<number>`count(*)` })
    .from(boardScores)
    .where(and(isOnBoard(wish), isBetter));
}

function selectRows(orm: Orm, condition: ReturnType<typeof and>) {
  const { playerId, matches, moves, points } = boardScores;
  const accuracy = sql<number>`${boardScores.accuracy}`;
  return orm
    .select({ playerId, name: players.name, matches, moves, accuracy, points })
    .from(boardScores)
    .innerJoin(players, eq(players.id, playerId))
    .where(condition);
}

function isOnBoard({ period, since, scenario, minimumMoves }: LeaderboardWish) {
  const isOf = and(eq(boardScores.period, period), eq(boardScores.scenario, scenario ?? ''), eq(boardScores.since, since));
  return and(isOf, gte(boardScores.moves, minimumMoves));
}
