/**
 * Homework over HTTP. Instructors set it for a class of theirs (`/api/classes/:id/homework`); students come to `/api/homework/:key`, prove
 * once by their personal code who they are, and play alone against a bot. Who asks is told by the cookie.
 */
import * as z from 'zod';
import type { Level } from '#game/match/vocabulary.ts';
import { id, level, scenario } from './values.ts';

export const HOMEWORK_TITLE_MAX = 60;
export const MOST_TASKS = 10;
export const GOAL_PERCENT = { min: 50, max: 100 } as const;
export const GOAL_MOVES = { min: 10, max: 200 } as const;

/** What is played to reach a goal, or each of it once to its end. */
export type HomeworkTask = { readonly scenario: string; readonly level: Level };

/** At least so many per cent right at first try over the last so many moves of one's own. */
const goalSchema = z.strictObject({
  percent: z.int().min(GOAL_PERCENT.min).max(GOAL_PERCENT.max),
  moves: z.int().min(GOAL_MOVES.min).max(GOAL_MOVES.max),
});
export type HomeworkGoal = Readonly<z.infer<typeof goalSchema>>;

const title = z.string().trim().min(1).max(HOMEWORK_TITLE_MAX);
const dueAt = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
/** Null: the host draws one for the level, the same for all students. */
const task = z.strictObject({ scenario: scenario.nullable(), level });

/** POST /api/classes/:id/homework */
export const newHomeworkSchema = z.strictObject({
  title,
  dueAt,
  tasks: z.array(task).min(1).max(MOST_TASKS),
  goal: goalSchema.nullable(),
});
export type NewHomework = z.infer<typeof newHomeworkSchema>;
/** PATCH /api/classes/:id/homework/:homework */
export const changeHomeworkSchema = z
  .strictObject({ title, dueAt })
  .partial()
  .refine((change) => Object.keys(change).length > 0);
export type HomeworkChange = z.infer<typeof changeHomeworkSchema>;

export type HomeworkSummary = {
  readonly homeworkId: string;
  /** The students' page is /homework/:key. */
  readonly key: string;
  readonly title: string;
  readonly dueAt: number;
  readonly tasks: readonly HomeworkTask[];
  /** Null: every task is to be played to its end. */
  readonly goal: HomeworkGoal | null;
  readonly createdAt: number;
  /** Of the roster: who has begun, who is done, and who of these was late. */
  readonly students: number;
  readonly begun: number;
  readonly done: number;
  readonly doneLate: number;
};
/** The same two, and GET /api/classes/:id/homework : newest first. DELETE withdraws it; what was played stays a match. */
export type HomeworkAnswer = { readonly homework: HomeworkSummary };
export type HomeworkListAnswer = { readonly homework: readonly HomeworkSummary[] };

export const WORK_STATES = ['not-begun', 'in-progress', 'done'] as const;
export type WorkState = (typeof WORK_STATES)[number];

/** How far somebody has come with a task, or with all of it. */
export type Work = {
  readonly state: WorkState;
  /** Done after the due date; or not done, and it is past. */
  readonly isLate: boolean;
  /** Null where it is not done. */
  readonly doneAt: number | null;
  /** Of the tries that count, or of the moves that the goal looks at. */
  readonly moves: number;
  readonly rightMoves: number;
  readonly points: number;
  /** All of them, also those that do not count. */
  readonly tries: number;
};

/** GET /api/classes/:id/homework/:homework : the whole roster, in the order in which it came. */
export type HomeworkResult = Work & {
  readonly studentId: string;
  readonly name: string;
  readonly number: string | null;
  readonly tasksDone: number;
};
export type HomeworkReportAnswer = { readonly homework: HomeworkSummary; readonly results: readonly HomeworkResult[] };

/** GET /api/classes/:id/homework/:homework/exports/:name */
export const HOMEWORK_EXPORTS = ['gradebook-canvas.csv', 'gradebook-moodle.csv'] as const;

/** What a student sees of a task. `scenario` is null where the name would tell the answers: above level 1 until it was played to its end. */
export type TaskRow = Work & {
  readonly level: Level;
  readonly scenario: string | null;
  /** Of a try that goes on; null where the next one is a new one. */
  readonly matchId: string | null;
};

/** GET /api/homework/:key · POST /api/homework/:key/student */
export type MyHomeworkAnswer = {
  readonly title: string;
  readonly dueAt: number;
  readonly goal: HomeworkGoal | null;
  readonly now: number;
  /** Null where this browser is no student of the class yet. */
  readonly mine: (Work & { readonly tasks: readonly TaskRow[] }) | null;
};
/** POST /api/homework/:key/student : a student proves who they are. */
export const claimSchema = z.strictObject({ personal: z.string().max(200) });

/** POST /api/homework/:key/tries : goes on with the task's open match, or makes a new one. The same `id` twice makes one. */
export const trySchema = z.strictObject({
  id,
  task: z
    .int()
    .min(0)
    .max(MOST_TASKS - 1),
});
export type TryAnswer = { readonly matchId: string };

/** GET /api/matches/:id/homework : for the student who plays it, the way back. */
export type HomeworkOfMatchAnswer = { readonly key: string };
