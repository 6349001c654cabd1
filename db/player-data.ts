/** All that is kept of what a player has played and learnt, for whoever asks for it in the player's name. Opponents are not named. */
import { and, asc, eq, getTableColumns, or } from 'drizzle-orm';
import type { Entry, Settings, Side } from '#game/match/vocabulary.ts';
import type { Question } from '#game/quiz/vocabulary.ts';
import type { Database, Orm } from './open.ts';
import { type Paper, readPapers } from './papers.ts';
import { matches, moves, players, results } from './schema.ts';
import { readEntry, readSettings } from './stored-entry.ts';
import { studyAnswers } from './study-schema.ts';

export type PlayerData = {
  readonly nickname: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  readonly matches: readonly PlayedMatch[];
  readonly study: StudyData;
};
/** What was answered alone, and in papers with what was asked; of an open one the keys are nobody's yet. */
export type StudyData = {
  readonly answers: readonly Omit<typeof studyAnswers.$inferSelect, 'playerId'>[];
  readonly papers: readonly (Omit<Paper, 'playerId' | 'made'> & { readonly questions: readonly Question[] })[];
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
  return { nickname, createdAt, lastSeenAt, matches: playedBy(orm, playerId), study: studyOf(orm, playerId) };
}

function studyOf(orm: Orm, playerId: string): StudyData {
  const isOwn = eq(studyAnswers.playerId, playerId);
  const { playerId: _, ...columns } = getTableColumns(studyAnswers);
  const answers = orm.select(columns).from(studyAnswers).where(isOwn).orderBy(asc(studyAnswers.at)).all();
  const papers = readPapers(orm, playerId).map(({ playerId: _own, made, ...paper }) => ({
    ...paper,
    questions: made.map(({ question }) => question),
  }));
  return { answers, papers };
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
