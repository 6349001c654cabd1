/** The tables of classes and their rosters. Instants are milliseconds since 1970 by the host's clock. */
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { instructors } from './instructor-schema.ts';
import { players } from './schema.ts';

export const classes = sqliteTable(
  'classes',
  {
    id: text().primaryKey(),
    ownerId: text('owner_id')
      .notNull()
      .references(() => instructors.id),
    name: text().notNull(),
    /** In the instructor's own words; may be empty. */
    term: text().notNull(),
    archived: integer({ mode: 'boolean' }).notNull().default(false),
    /** Whether its students see its leaderboard, by nickname. */
    boardOpen: integer('board_open', { mode: 'boolean' }).notNull().default(false),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('classes_by_owner').on(table.ownerId), check('classes_archived', sql`archived IN (0, 1)`)],
);

/** A person on a roster, under the real name, which is the instructor's alone. */
export const students = sqliteTable(
  'students',
  {
    id: text().primaryKey(),
    classId: text('class_id')
      .notNull()
      .references(() => classes.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** In small letters. */
    email: text(),
    number: text(),
    /** By which the student proves who they are. It is printed again and again, so it is kept as it is. */
    code: text().notNull().unique(),
    /** The guest as whom the student plays. */
    playerId: text('player_id').references(() => players.id, { onDelete: 'set null' }),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('students_by_email').on(table.classId, table.email),
    uniqueIndex('students_by_number').on(table.classId, table.number),
    uniqueIndex('students_by_player').on(table.classId, table.playerId),
    index('students_of_player').on(table.playerId),
  ],
);
