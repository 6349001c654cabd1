/** Homework, and what students have played for it. */
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { homework, homeworkTries } from './homework-schema.ts';
import type { Database } from './open.ts';
import { judgedMoves, matches, moves, results } from './schema.ts';

export type Homework = typeof homework.$inferSelect;
export type NewTry = typeof homeworkTries.$inferInsert;
/** `endedAt` null: it goes on. `isPlayed`: to the end, not given up. The counts are of moves of the student's own. */
export type HomeworkTry = {
  readonly matchId: string;
  readonly studentId: string;
  readonly task: number;
  /** Null once the player is erased. */
  readonly playerId: string | null;
  readonly endedAt: number | null;
  readonly isPlayed: boolean;
  readonly moves: number;
  readonly rightMoves: number;
  readonly points: number;
  /** Each move that counts, in the order in which they were asked: whether it was right. None where no goal looks at them. */
  readonly answers: readonly boolean[];
};

export type HomeworkStore = {
  /** Newest first. */
  ofClass(classId: string): readonly Homework[];
  find(classId: string, homeworkId: string): Homework | null;
  byKey(key: string): Homework | null;
  add(made: Homework): Promise<void>;
  change(homeworkId: string, values: Partial<Pick<Homework, 'title' | 'dueAt'>>): Promise<void>;
  /** With its tries; their matches stay. */
  remove(homeworkId: string): Promise<void>;
  addTry(made: NewTry): Promise<void>;
  /** Those of everybody, or of one student, in the order in which they ended; those that go on come last. */
  tries(of: Pick<Homework, 'id' | 'goal'>, studentId?: string): readonly HomeworkTry[];
  /** The key of the homework for which that player plays the match. */
  keyOfMatch(matchId: string, playerId: string): string | null;
};

/** Of entries that are many, the last ones: what follows the end are disputes and the like. */
const IS_PLAYED = sql<boolean>`coalesce((
  SELECT ${moves.entry} ->> '$.reason' FROM ${moves} WHERE ${moves.matchId} = ${homeworkTries.matchId} AND ${moves.entry} ->> '$.type' = 'ended'
  ORDER BY ${moves.version} DESC LIMIT 1
) = 'played', 0)`.mapWith(Boolean);

const ANSWERS = sql<string>`(
  SELECT json_group_array(${judgedMoves.segmentRight} AND ${judgedMoves.stateRight} ORDER BY ${judgedMoves.turn}) FROM ${judgedMoves}
  WHERE ${judgedMoves.matchId} = ${homeworkTries.matchId} AND ${judgedMoves.side} = 0 AND ${judgedMoves.by} = 'player' AND NOT ${judgedMoves.voided}
)`;

const count = (column: typeof results.moves | typeof results.rightMoves | typeof results.points) =>
  sql<number>`coalesce(${column}, 0)`.mapWith(Number);

export function createHomeworkStore({ orm, write }: Database): HomeworkStore {
  const isIt = (homeworkId: string) => eq(homework.id, homeworkId);
  const isOf = (homeworkId: string, studentId?: string) =>
    and(eq(homeworkTries.homeworkId, homeworkId), studentId === undefined ? undefined : eq(homeworkTries.studentId, studentId));

  function tries({ id, goal }: Pick<Homework, 'id' | 'goal'>, studentId?: string): readonly HomeworkTry[] {
    const { matchId, task } = homeworkTries;
    const counts = { moves: count(results.moves), rightMoves: count(results.rightMoves), points: count(results.points) };
    const shown = { matchId, task, studentId: homeworkTries.studentId, playerId: matches.player0, endedAt: matches.endedAt };
    return orm
      .select({ ...shown, ...counts, isPlayed: IS_PLAYED, answers: goal ? ANSWERS : sql<string>`'[]'` })
      .from(homeworkTries)
      .innerJoin(matches, eq(matches.id, matchId))
      .leftJoin(results, and(eq(results.matchId, matchId), eq(results.side, 0)))
      .where(isOf(id, studentId))
      .orderBy(sql`${matches.endedAt} IS NULL`, asc(matches.endedAt), asc(matches.startedAt))
      .all()
      .map((row) => ({ ...row, answers: (JSON.parse(row.answers) as number[]).map(Boolean) }));
  }

  function keyOfMatch(matchId: string, playerId: string): string | null {
    const found = orm
      .select({ key: homework.key })
      .from(homeworkTries)
      .innerJoin(homework, eq(homework.id, homeworkTries.homeworkId))
      .innerJoin(matches, eq(matches.id, homeworkTries.matchId))
      .where(and(eq(homeworkTries.matchId, matchId), eq(matches.player0, playerId)))
      .get();
    return found?.key ?? null;
  }

  return {
    ofClass: (classId) =>
      orm.select().from(homework).where(eq(homework.classId, classId)).orderBy(desc(homework.createdAt), desc(homework.id)).all(),
    find: (classId, homeworkId) =>
      orm
        .select()
        .from(homework)
        .where(and(isIt(homeworkId), eq(homework.classId, classId)))
        .get() ?? null,
    byKey: (key) => orm.select().from(homework).where(eq(homework.key, key)).get() ?? null,
    add: (made) => write(() => void orm.insert(homework).values(made).run()),
    change: (homeworkId, values) => write(() => void orm.update(homework).set(values).where(isIt(homeworkId)).run()),
    remove: (homeworkId) => write(() => void orm.delete(homework).where(isIt(homeworkId)).run()),
    addTry: (made) => write(() => void orm.insert(homeworkTries).values(made).run()),
    tries,
    keyOfMatch,
  };
}
