/**
 * Erasing a player, for whoever has the right to be forgotten, or who has not come for long. What opponents played stays, against
 * somebody without a name (docs/decisions/erasing-a-player.md). Every table that says something of a player has its line here.
 */
import { and, eq, or, sql } from 'drizzle-orm';
import { FORMER_PLAYER, type Side } from '#game/match/vocabulary.ts';
import { entrants } from './contest-schema.ts';
import { IS_OF_DISPUTES } from './disputes.ts';
import { homeworkTries } from './homework-schema.ts';
import type { Orm } from './open.ts';
import { judgedMoves, matches, moves, nameReports, players, results } from './schema.ts';

/** Call inside `write`. Sessions, invitations and all of self-study go with the row of the player. */
export function erasePlayer(orm: Orm, playerId: string): void {
  for (const matchId of matchesOf(orm, playerId)) eraseFromMatch(orm, playerId, matchId);
  const gone = { name: FORMER_PLAYER, nameKey: null, state: 'removed', studentId: null } as const;
  orm.update(entrants).set(gone).where(eq(entrants.playerId, playerId)).run();
  orm.update(nameReports).set({ name: FORMER_PLAYER }).where(eq(nameReports.about, playerId)).run();
  orm.delete(players).where(eq(players.id, playerId)).run();
}

export function matchesOf(orm: Orm, playerId: string): readonly string[] {
  const isIn = or(eq(matches.player0, playerId), eq(matches.player1, playerId));
  return orm
    .select({ id: matches.id })
    .from(matches)
    .where(isIn)
    .all()
    .map(({ id }) => id);
}

/** Call inside `write`. The match is no longer one of the player's. Rows are found by match and side: by player there may be thousands. */
export function eraseFromMatch(orm: Orm, playerId: string, matchId: string): void {
  const match = orm.select({ player0: matches.player0 }).from(matches).where(eq(matches.id, matchId)).get();
  if (!match) return;
  const side: Side = match.player0 === playerId ? 0 : 1;
  eraseInMoves(orm, playerId, matchId, side);
  const isAt = (seat: Side) => and(eq(results.matchId, matchId), eq(results.side, seat));
  orm.update(results).set({ playerId: null }).where(isAt(side)).run();
  orm
    .update(results)
    .set({ opponentId: null })
    .where(isAt(side === 0 ? 1 : 0))
    .run();
  const isOwn = and(eq(judgedMoves.matchId, matchId), eq(judgedMoves.side, side));
  orm.update(judgedMoves).set({ playerId: null }).where(isOwn).run();
  if (side === 0) orm.delete(homeworkTries).where(eq(homeworkTries.matchId, matchId)).run();
  const name = sql`json_set(${matches[`party${side}`]}, '$.name', ${FORMER_PLAYER})`;
  orm
    .update(matches)
    .set({ [`party${side}`]: name, [`player${side}`]: null })
    .where(eq(matches.id, matchId))
    .run();
}

/** The one thing that is a player's own words, and the ids of commands, in which the player's stands: nobody can say them again. */
function eraseInMoves(orm: Orm, playerId: string, matchId: string, side: Side): void {
  const isOfMatch = eq(moves.matchId, matchId);
  const isDispute = sql`${moves.entry} ->> '$.type' = 'disputed' AND ${moves.entry} ->> '$.side' = ${side}`;
  orm
    .update(moves)
    .set({ entry: sql`json_set(${moves.entry}, '$.comment', '')` })
    .where(and(isOfMatch, IS_OF_DISPUTES, isDispute))
    .run();
  orm
    .update(moves)
    .set({ commandId: null })
    .where(and(isOfMatch, sql`instr(${moves.commandId}, ${playerId}) = 1`))
    .run();
}
