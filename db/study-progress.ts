/** How much a player has answered, by day and by card: from an index each, never from the answers themselves. */
import { count, eq, sql, sum } from 'drizzle-orm';
import type { StudyDay } from '#protocol/study.ts';
import type { Database } from './open.ts';
import { studyAnswers } from './study-schema.ts';

const RIGHT = sum(sql`${studyAnswers.grade} > 1`).mapWith(Number);

/** The oldest first. `offset`: minutes that the reader's clock is ahead of UTC. */
export function readStudyDays({ orm }: Database, playerId: string, offset: number): readonly StudyDay[] {
  const day = sql<string>`date((${studyAnswers.at} + ${offset * 60_000}) / 1000, 'unixepoch')`;
  return orm
    .select({ day, answers: count(), right: RIGHT })
    .from(studyAnswers)
    .where(eq(studyAnswers.playerId, playerId))
    .groupBy(sql`1`)
    .orderBy(sql`1`)
    .all();
}

export function readStudyTallies({ orm }: Database, playerId: string) {
  const { card } = studyAnswers;
  const isOwn = eq(studyAnswers.playerId, playerId);
  return orm.select({ card, answers: count(), right: RIGHT }).from(studyAnswers).where(isOwn).groupBy(card).all();
}
