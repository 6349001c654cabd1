/**
 * A browser that becomes another player leaves its guest behind. Where nobody can come as that guest any more, what was learnt goes along
 * (docs/decisions/self-study.md); matches stay where they were played.
 */
import { eq, sql } from 'drizzle-orm';
import { students } from './class-schema.ts';
import { entrants } from './contest-schema.ts';
import type { Orm } from './open.ts';
import { players, sessions } from './schema.ts';
import { papers, studyAnswers, studyCards, studyIntakes, unfoldedCards } from './study-schema.ts';

/** Call inside `write`, once the browser's session is the other player's. */
export function carryOver(orm: Orm, guestId: string, playerId: string): void {
  if (guestId === playerId || canSomebodyComeAs(orm, guestId)) return;
  carryAnswers(orm, guestId, playerId);
  carryPapers(orm, guestId, playerId);
  carryIntakes(orm, guestId, playerId);
}

function canSomebodyComeAs(orm: Orm, playerId: string): boolean {
  const { canCome } = orm.get<{ canCome: number }>(sql`SELECT
    EXISTS (SELECT 1 FROM ${players} WHERE ${players.id} = ${playerId} AND ${players.recoveryHash} IS NOT NULL)
    OR EXISTS (SELECT 1 FROM ${sessions} WHERE ${sessions.playerId} = ${playerId})
    OR EXISTS (SELECT 1 FROM ${students} WHERE ${students.playerId} = ${playerId})
    OR EXISTS (SELECT 1 FROM ${entrants} WHERE ${entrants.playerId} = ${playerId} AND ${entrants.studentId} IS NOT NULL) AS canCome`);
  return canCome === 1;
}

/** An answer that was told as both players is one: the browser sent it again, as who it is now. Cards are folded when somebody looks. */
function carryAnswers(orm: Orm, guestId: string, playerId: string): void {
  orm.run(sql`INSERT OR IGNORE INTO ${unfoldedCards} (player_id, card)
    SELECT DISTINCT ${playerId}, ${studyAnswers.card} FROM ${studyAnswers} WHERE ${studyAnswers.playerId} = ${guestId}`);
  orm.run(sql`UPDATE OR IGNORE ${studyAnswers} SET player_id = ${playerId} WHERE ${studyAnswers.playerId} = ${guestId}`);
  for (const table of [studyAnswers, studyCards, unfoldedCards]) orm.delete(table).where(eq(table.playerId, guestId)).run();
}

/** Of two papers of one day the one that was begun first stays: the other was sat by somebody who knew the questions. */
function carryPapers(orm: Orm, guestId: string, playerId: string): void {
  orm.run(sql`DELETE FROM ${papers} WHERE ${papers.playerId} IN (${guestId}, ${playerId}) AND EXISTS (
    SELECT 1 FROM ${papers} AS other WHERE other.player_id IN (${guestId}, ${playerId}) AND other.player_id <> ${papers.playerId}
      AND other.day = ${papers.day} AND (other.started_at, other.id) < (${papers.startedAt}, ${papers.id}))`);
  orm.run(sql`UPDATE OR IGNORE ${papers} SET player_id = ${playerId} WHERE ${papers.playerId} = ${guestId}`);
  orm.delete(papers).where(eq(papers.playerId, guestId)).run();
}

/** What the guest has played, or still plays by a bot, is taken in by the player from now on. */
function carryIntakes(orm: Orm, guestId: string, playerId: string): void {
  orm.update(studyIntakes).set({ intoId: playerId }).where(eq(studyIntakes.intoId, guestId)).run();
  orm
    .insert(studyIntakes)
    .values({ playerId: guestId, intoId: playerId, upTo: 0 })
    .onConflictDoUpdate({ target: studyIntakes.playerId, set: { intoId: playerId } })
    .run();
}
