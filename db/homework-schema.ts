/** The tables of homework. What was played stands in `matches`. Instants are milliseconds since 1970 by the host's clock. */
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import type { HomeworkGoal, HomeworkTask } from '#protocol/homework.ts';
import { classes, students } from './class-schema.ts';

export const homework = sqliteTable(
  'homework',
  {
    id: text().primaryKey(),
    classId: text('class_id')
      .notNull()
      .references(() => classes.id, { onDelete: 'cascade' }),
    /** Of the address at which students come. */
    key: text().notNull().unique(),
    title: text().notNull(),
    dueAt: integer('due_at').notNull(),
    tasks: text({ mode: 'json' }).$type<readonly HomeworkTask[]>().notNull(),
    /** Null where each task is to be played to its end. */
    goal: text({ mode: 'json' }).$type<HomeworkGoal>(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('homework_of_class').on(table.classId, table.createdAt)],
);

/**
 * A match that a student plays for a task, in the seat of side 0. Written before the match is made: no reference to `matches`, and a row
 * without its match is of a host that stopped in between.
 */
export const homeworkTries = sqliteTable(
  'homework_tries',
  {
    matchId: text('match_id').primaryKey(),
    homeworkId: text('homework_id')
      .notNull()
      .references(() => homework.id, { onDelete: 'cascade' }),
    studentId: text('student_id')
      .notNull()
      .references(() => students.id, { onDelete: 'cascade' }),
    /** Which of the tasks, from 0. */
    task: integer().notNull(),
  },
  (table) => [
    index('homework_tries_of').on(table.homeworkId, table.studentId),
    index('homework_tries_of_student').on(table.studentId),
    check('homework_tries_task', sql`task >= 0`),
  ],
);
