/** All that is kept of what a player has played, for whoever asks for it in the player's name. Opponents are not named. */
import { and, asc, eq, or } from 'drizzle-orm';
import type { Entry, Settings, Side } from '#game/match/vocabulary.ts';
import type { Database, Orm } from './open.ts';
import { matches, moves, players, results } from './schema.ts';
import { readEntry, readSettings } from './stored-entry.ts';

export type PlayerData = {
  readonly nickname: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  readonly matches: readonly PlayedMatch[];
};
export type PlayedMatch = {
  readonly matchId: string;
  readonly side: Side;
  /** The name as it was then. */
  readonly nickname: string;
  readonly settings: Settings;
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** Null while the match is open. */
  readonly result: Omit<typeof results.$inferSelect, 'playerId' | 'opponentId'> | null;
  readonly moves: readonly { readonly at: number; readonly entry: Entry }[];
};

/** Null where there is no such player. */
export async function readPlayerData({ orm }: Database, playerId: string): Promise<PlayerData | null> {
  const player = orm.select().from(players).where(eq(players.id, playerId)).get();
  if (!player) return null;
  const { name: nickname, createdAt, lastSeenAt } = player;
  return { nickname, createdAt, lastSeenAt, matches: playedBy(orm, playerId) };
}

function playedBy(orm: Orm, playerId: string): readonly PlayedMatch[] {
  const isMine = or(eq(matches.player0, playerId), eq(matches.player1, playerId));
  const played = orm.select().from(matches).where(isMine).orderBy(asc(matches.startedAt), asc(matches.id)).all();
  return played.map((match) => toPlayed(orm, match, match.player0 === playerId ? 0 : 1));
}

function toPlayed(orm: Orm, match: typeof matches.$inferSelect, side: Side): PlayedMatch {
  const { id: matchId, settings, startedAt, endedAt } = match;
  const isMine = and(eq(results.matchId, matchId), eq(results.side, side));
  const { playerId: _, opponentId: __, ...result } = orm.select().from(results).where(isMine).get() ?? {};
  const rows = orm.select({ at: moves.at, entry: moves.entry }).from(moves).where(eq(moves.matchId, matchId)).orderBy(asc(moves.version));
  const own = rows
    .all()
    .map(({ at, entry }) => ({ at, entry: readEntry(entry) }))
    .filter(({ entry }) => !('side' in entry) || entry.side === side);
  return {
    matchId,
    side,
    nickname: match[`party${side}`].name,
    settings: readSettings(settings),
    startedAt,
    endedAt,
    result: 'matchId' in result ? result : null,
    moves: own,
  };
}
