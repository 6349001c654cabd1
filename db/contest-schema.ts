/**
 * The tables of class sessions. What was played stands in `matches`; a session remembers who came, and who met whom. Instants are
 * milliseconds since 1970 by the host's clock.
 */
import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ContestPhase, ContestSettings, EntrantState } from '#protocol/contest.ts';
import { classes, students } from './class-schema.ts';
import { instructors } from './instructor-schema.ts';
import { players } from './schema.ts';

export type TurnName = { readonly matchId: string; readonly turn: number };

export const contests = sqliteTable(
  'contests',
  {
    id: text().primaryKey(),
    ownerId: text('owner_id')
      .notNull()
      .references(() => instructors.id),
    classId: text('class_id').references(() => classes.id, { onDelete: 'set null' }),
    settings: text({ mode: 'json' }).$type<ContestSettings>().notNull(),
    phase: text({ enum: ['lobby', 'round', 'between', 'over'] })
      .$type<ContestPhase>()
      .notNull(),
    /** The running or the last round, from 1; 0 before the first. */
    round: integer().notNull(),
    /** Six digits; null once they have expired and another session may have them. */
    code: text().unique(),
    codeUntil: integer('code_until').notNull(),
    projectorKey: text('projector_key').notNull().unique(),
    isLocked: integer('is_locked', { mode: 'boolean' }).notNull(),
    isPaused: integer('is_paused', { mode: 'boolean' }).notNull(),
    isRehearsal: integer('is_rehearsal', { mode: 'boolean' }).notNull(),
    /** The player who is the instructor's browser, where it takes the seat beside the odd one out. */
    standIn: text('stand_in').references(() => players.id, { onDelete: 'set null' }),
    shown: text({ mode: 'json' }).$type<TurnName>(),
    createdAt: integer('created_at').notNull(),
    endedAt: integer('ended_at'),
  },
  (table) => [
    index('contests_by_owner').on(table.ownerId, table.createdAt),
    index('contests_of_class').on(table.classId),
    index('contests_open').on(table.phase).where(sql`phase <> 'over'`),
    check('contests_phase', sql`phase IN ('lobby', 'round', 'between', 'over') AND (phase = 'over') = (ended_at IS NOT NULL)`),
    check('contests_round', sql`round >= 0`),
  ],
);

/** A student in a session, by number from 0 in the order of coming. */
export const entrants = sqliteTable(
  'entrants',
  {
    contestId: text('contest_id')
      .notNull()
      .references(() => contests.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    playerId: text('player_id').references(() => players.id, { onDelete: 'set null' }),
    studentId: text('student_id').references(() => students.id, { onDelete: 'set null' }),
    name: text().notNull(),
    /** The name as two names are held against each other; null where another may have it, for this one was removed. */
    nameKey: text('name_key'),
    state: text({ enum: ['in', 'removed', 'asking'] })
      .$type<EntrantState>()
      .notNull(),
    isBot: integer('is_bot', { mode: 'boolean' }).notNull(),
    joinedAt: integer('joined_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.contestId, table.number] }),
    uniqueIndex('entrants_by_player').on(table.contestId, table.playerId).where(sql`player_id IS NOT NULL`),
    uniqueIndex('entrants_by_name').on(table.contestId, table.nameKey).where(sql`name_key IS NOT NULL`),
    index('entrants_of_player').on(table.playerId),
    index('entrants_of_student').on(table.studentId),
    check('entrants_state', sql`state IN ('in', 'removed', 'asking')`),
    check('entrants_number', sql`number >= 0`),
  ],
);

export const contestRounds = sqliteTable(
  'contest_rounds',
  {
    contestId: text('contest_id')
      .notNull()
      .references(() => contests.id, { onDelete: 'cascade' }),
    round: integer().notNull(),
    scenario: text().notNull(),
    /** What the scenario is drawn from, the same for all pairs. */
    seed: integer().notNull(),
    startedAt: integer('started_at').notNull(),
    endedAt: integer('ended_at'),
  },
  (table) => [primaryKey({ columns: [table.contestId, table.round] }), check('contest_rounds_round', sql`round >= 1`)],
);

/** Written before the match is made, so that a host that stops in between makes it when it starts again: no reference to `matches`. */
export const contestPairs = sqliteTable(
  'contest_pairs',
  {
    contestId: text('contest_id')
      .notNull()
      .references(() => contests.id, { onDelete: 'cascade' }),
    round: integer().notNull(),
    place: integer().notNull(),
    matchId: text('match_id').notNull().unique(),
    /** Entrants by number: `one` holds the client in the first leg; `other` is null where the house bot or the instructor sits there. */
    one: integer().notNull(),
    other: integer(),
  },
  (table) => [primaryKey({ columns: [table.contestId, table.round, table.place] })],
);

export const contestTemplates = sqliteTable(
  'contest_templates',
  {
    id: text().primaryKey(),
    ownerId: text('owner_id')
      .notNull()
      .references(() => instructors.id),
    settings: text({ mode: 'json' }).$type<ContestSettings>().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('contest_templates_by_owner').on(table.ownerId, table.createdAt)],
);
