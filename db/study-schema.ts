/**
 * The tables of self-study. What was answered is a log; what is known of a card is a fold over the log (`game/quiz/schedule.ts`), kept so
 * that nobody has to fold it again. Instants are milliseconds since 1970 by the host's clock.
 */
import { sql } from 'drizzle-orm';
import { blob, check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { CardState, Grade } from '#game/quiz/schedule.ts';
import type { CardId, Given, QuestionKind } from '#game/quiz/vocabulary.ts';
import { PAPER_KINDS, type PaperKind, type StudyMode } from '#protocol/study.ts';
import { players } from './schema.ts';

/** Where an answer comes from: told by the browser, or given in a paper or a match. */
type AnswerMode = StudyMode | PaperKind | 'match';

const ofPlayer = (name = 'player_id') =>
  text(name)
    .notNull()
    .references(() => players.id, { onDelete: 'cascade' });

/** Rows are added and never changed; one goes where its turn of a match has been voided. */
export const studyAnswers = sqliteTable(
  'study_answers',
  {
    playerId: ofPlayer(),
    /** The browser's own, or made of the match or paper: with a colon, which no browser's has. */
    id: text().notNull(),
    card: text().$type<CardId>().notNull(),
    kind: text().$type<QuestionKind>().notNull(),
    mode: text().$type<AnswerMode>().notNull(),
    grade: integer().$type<Grade>().notNull(),
    at: integer().notNull(),
    ms: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.playerId, table.id] }),
    index('study_answers_of_card').on(table.playerId, table.card, table.at, table.grade),
    index('study_answers_by_instant').on(table.playerId, table.at, table.grade),
    check('study_answers_grade', sql`grade BETWEEN 1 AND 4`),
  ],
);

export const studyCards = sqliteTable(
  'study_cards',
  {
    playerId: ofPlayer(),
    card: text().$type<CardId>().notNull(),
    due: integer().notNull(),
    lastReview: integer('last_review').notNull(),
    stability: real().notNull(),
    difficulty: real().notNull(),
    reps: integer().notNull(),
    lapses: integer().notNull(),
    phase: text().$type<CardState['phase']>().notNull(),
    wasRight: integer('was_right', { mode: 'boolean' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.playerId, table.card] })],
);

/** Cards whose answers have changed since they were folded: many come at once where a player's matches are taken in. */
export const unfoldedCards = sqliteTable('unfolded_cards', { playerId: ofPlayer(), card: text().$type<CardId>().notNull() }, (table) => [
  primaryKey({ columns: [table.playerId, table.card] }),
]);

/**
 * For whom a player's moves in matches count, and up to which end of a match they have been taken in. A player without a row counts for
 * itself; a guest whom somebody has left behind counts for who came of it (docs/decisions/self-study.md).
 */
export const studyIntakes = sqliteTable(
  'study_intakes',
  { playerId: ofPlayer().primaryKey(), intoId: ofPlayer('into_id'), upTo: integer('up_to').notNull() },
  (table) => [index('study_intakes_into').on(table.intoId)],
);

/** What is asked, with its keys, as it was made: deflated JSON. A later change of the rules or of the bank changes no paper. */
const made = () => blob({ mode: 'buffer' });

/** The challenge of a day, YYYY-MM-DD in UTC, the same for everybody; drawn when the first one asks for it. */
export const dailyChallenges = sqliteTable('daily_challenges', { day: text().primaryKey(), made: made().notNull() });

/** Exams, and daily challenges as players sat them. */
export const papers = sqliteTable(
  'papers',
  {
    playerId: ofPlayer(),
    /** The browser's own. */
    id: text().notNull(),
    kind: text({ enum: PAPER_KINDS }).notNull(),
    day: text().references(() => dailyChallenges.day),
    /** Of an exam; that of a daily challenge is everybody's. */
    made: made(),
    /** One for each question; null where it has not been answered. */
    given: text({ mode: 'json' }).$type<readonly (Given | null)[]>().notNull(),
    startedAt: integer('started_at').notNull(),
    endsAt: integer('ends_at').notNull(),
    /** Null until it is handed in. */
    finishedAt: integer('finished_at'),
    rightAnswers: integer('right_answers'),
  },
  (table) => [
    primaryKey({ columns: [table.playerId, table.id] }),
    uniqueIndex('papers_of_day').on(table.day, table.playerId).where(sql`day IS NOT NULL`),
    index('papers_open').on(table.endsAt).where(sql`finished_at IS NULL`),
    check('papers_kind', sql`kind IN ('exam', 'daily') AND (kind = 'daily') = (day IS NOT NULL) AND (kind = 'exam') = (made IS NOT NULL)`),
    check('papers_finished', sql`(finished_at IS NULL) = (right_answers IS NULL)`),
  ],
);
