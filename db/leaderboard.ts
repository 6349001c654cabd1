/** Who plays best: from the results of finished matches between two people, never from the matches themselves. */
import { and, desc, eq, gte, sql, sum, count } from 'drizzle-orm';
import type { Database, Orm } from './open.ts';
import { players, results } from './schema.ts';

export type Ranked = {
  readonly rank: number;
  readonly playerId: string;
  readonly name: string;
  readonly matches: number;
  readonly moves: number;
  readonly accuracy: number;
  readonly points: number;
};

/** `since`: matches that ended then or later. `scenario` null: all of them. */
export type LeaderboardWish = { readonly since: number; readonly scenario: string | null; readonly minimumMoves: number };

/** By accuracy, then by points; equals share a rank. */
export async function readLeaderboard({ orm }: Database, wish: LeaderboardWish): Promise<readonly Ranked[]> {
  return selectRanked(orm, wish).all();
}

/** Answered from an index alone: the columns of `results_ranked` and `results_ranked_by_scenario` are those that are read here. */
export function selectRanked(orm: Orm, { since, scenario, minimumMoves }: LeaderboardWish) {
  const moves = sum(results.moves).mapWith(Number);
  const accuracy = sql<number>`1.0 * sum(${results.rightMoves}) / sum(${results.moves})`;
  const points = sum(results.points).mapWith(Number);
  const rank = sql<number>`rank() OVER (ORDER BY ${accuracy} DESC, ${points} DESC)`;
  const ofScenario = scenario === null ? undefined : eq(results.scenario, scenario);
  return orm
    .select({ rank, playerId: players.id, name: players.name, matches: count(), moves, accuracy, points })
    .from(results)
    .innerJoin(players, eq(players.id, results.playerId))
    .where(and(eq(results.ranked, true), ofScenario, gte(results.endedAt, since)))
    .groupBy(results.playerId)
    .having(gte(moves, minimumMoves))
    .orderBy(desc(accuracy), desc(points), players.name);
}
