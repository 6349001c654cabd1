/** The matches that a player has played or is playing. */
import { and, count, desc, eq, gt, inArray, lt, ne, or } from 'drizzle-orm';
import type { BotStrength, Settings } from '#game/match/vocabulary.ts';
import type { Database, Orm } from './open.ts';
import { matches, results } from './schema.ts';
import { readSettings } from './stored-entry.ts';

export type OwnMatch = {
  readonly matchId: string;
  readonly startedAt: number;
  readonly settings: Settings;
  readonly opponent: { readonly name: string; readonly bot: BotStrength | null };
  /** Null while it is open. */
  readonly finished: {
    readonly endedAt: number;
    /** Mine first. */
    readonly points: readonly [number, number];
    readonly moves: number;
    readonly rightMoves: number;
    readonly result: 'won' | 'lost' | 'drawn';
  } | null;
};

const MATCH = {
  id: matches.id,
  startedAt: matches.startedAt,
  settings: matches.settings,
  party0: matches.party0,
  party1: matches.party1,
  player0: matches.player0,
};
type MatchRow = Pick<typeof matches.$inferSelect, keyof typeof MATCH>;
type ResultRow = typeof results.$inferSelect;

/** Newest first; those that began before `before`. */
export async function readOwnMatches({ orm }: Database, playerId: string, before: number, limit: number): Promise<readonly OwnMatch[]> {
  const rows = selectOwn(orm, playerId, before).limit(limit).all();
  return rows.map(({ match, result }) => toOwnMatch(match, result, playerId));
}

/** How many that began after `since` the player plays against bots and has not ended. */
export function countOpenAgainstBots({ orm }: Database, playerId: string, since: number): number {
  const isAgainstBot = inArray(matches.kind, ['bot', 'tutorial']);
  // Not "is open": of all that are open in the house there are more than of the player's lately, and SQLite would go through those.
  const isNotOver = ne(matches.phase, 'over');
  const counted = orm.select({ n: count() }).from(matches);
  return counted.where(and(isOf(playerId), gt(matches.startedAt, since), isNotOver, isAgainstBot)).get()?.n ?? 0;
}

function isOf(playerId: string) {
  return or(eq(matches.player0, playerId), eq(matches.player1, playerId));
}

export function selectOwn(orm: Orm, playerId: string, before: number) {
  return orm
    .select({ match: MATCH, result: results })
    .from(matches)
    .leftJoin(results, and(eq(results.matchId, matches.id), eq(results.playerId, playerId)))
    .where(and(isOf(playerId), lt(matches.startedAt, before)))
    .orderBy(desc(matches.startedAt), desc(matches.id));
}

function toOwnMatch(match: MatchRow, result: ResultRow | null, playerId: string): OwnMatch {
  return {
    matchId: match.id,
    startedAt: match.startedAt,
    settings: readSettings(match.settings),
    opponent: match.player0 === playerId ? match.party1 : match.party0,
    finished: result && { ...result, points: [result.points, result.opponentPoints] },
  };
}
