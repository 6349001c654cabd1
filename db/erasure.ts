/**
 * Erasing a player, for whoever has the right to be forgotten. What opponents played stays, against somebody without a name
 * (docs/decisions/erasing-a-player.md). Every table that says something of a player has its line here.
 */
import { and, eq, inArray, sql } from 'drizzle-orm';
import { FORMER_PLAYER, SIDES, type Side } from '#game/match/vocabulary.ts';
import { entrants } from './contest-schema.ts';
import { homeworkTries } from './homework-schema.ts';
import type { Orm } from './open.ts';
import { matches, moves, nameReports, players } from './schema.ts';

/** Call inside `write`. Sessions and invitations go with the row of the player; ids in matches and results become null. */
export function erasePlayer(orm: Orm, playerId: string): void {
  for (const side of SIDES) {
    eraseInMoves(orm, playerId, side);
    orm
      .update(matches)
      .set({ [`party${side}`]: sql`json_set(${matches[`party${side}`]}, '$.name', ${FORMER_PLAYER})` })
      .where(eq(matches[`player${side}`], playerId))
      .run();
  }
  const gone = { name: FORMER_PLAYER, nameKey: null, state: 'removed', studentId: null } as const;
  orm.update(entrants).set(gone).where(eq(entrants.playerId, playerId)).run();
  const played = orm.select({ id: matches.id }).from(matches).where(eq(matches.player0, playerId));
  orm.delete(homeworkTries).where(inArray(homeworkTries.matchId, played)).run();
  orm.update(nameReports).set({ name: FORMER_PLAYER }).where(eq(nameReports.about, playerId)).run();
  orm.delete(players).where(eq(players.id, playerId)).run();
}

/** The one thing that is a player's own words, and the ids of commands, in which the player's stands: nobody can say them again. */
function eraseInMoves(orm: Orm, playerId: string, side: Side): void {
  const played = orm
    .select({ id: matches.id })
    .from(matches)
    .where(eq(matches[`player${side}`], playerId));
  const isDispute = sql`${moves.entry} ->> '$.type' = 'disputed' AND ${moves.entry} ->> '$.side' = ${side}`;
  orm
    .update(moves)
    .set({ entry: sql`json_set(${moves.entry}, '$.comment', '')` })
    .where(and(inArray(moves.matchId, played), isDispute))
    .run();
  orm
    .update(moves)
    .set({ commandId: null })
    .where(and(inArray(moves.matchId, played), sql`instr(${moves.commandId}, ${playerId}) = 1`))
    .run();
}
