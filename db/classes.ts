/** Classes, each seen by its owner alone. */
import { and, count, desc, eq, type SQL } from 'drizzle-orm';
import { classes, students } from './class-schema.ts';
import type { Database } from './open.ts';

export type ClassDetails = { readonly name: string; readonly term: string };
export type Class = ClassDetails & {
  readonly classId: string;
  readonly archived: boolean;
  /** Whether its students see its leaderboard. */
  readonly boardOpen: boolean;
  readonly createdAt: number;
  readonly students: number;
};

export type ClassStore = {
  /** Newest first. */
  list(ownerId: string): Promise<readonly Class[]>;
  /** Null also where it is somebody else's. */
  find(ownerId: string, classId: string): Promise<Class | null>;
  isOwn(ownerId: string, classId: string): boolean;
  add(ownerId: string, made: Omit<Class, 'students'>): Promise<void>;
  change(classId: string, change: Partial<ClassDetails & Pick<Class, 'archived' | 'boardOpen'>>): Promise<void>;
  /** With its roster. Who played stays a guest, and what was played stays. */
  remove(classId: string): Promise<void>;
};

export function createClassStore({ orm, write }: Database): ClassStore {
  const { id: classId, name, term, archived, boardOpen, createdAt } = classes;
  const shown = { classId, name, term, archived, boardOpen, createdAt };
  const counted = (wanted: SQL | undefined) =>
    orm
      .select({ ...shown, students: count(students.id) })
      .from(classes)
      .leftJoin(students, eq(students.classId, classes.id))
      .where(wanted)
      .groupBy(classes.id)
      .orderBy(desc(classes.createdAt), desc(classes.id));

  /** Sessions that were held stay, of no class; their entrants stay, of no student. */
  function remove(classId: string): void {
    orm.delete(classes).where(eq(classes.id, classId)).run();
  }

  return {
    list: async (ownerId) => counted(eq(classes.ownerId, ownerId)).all(),
    find: async (ownerId, classId) => counted(and(eq(classes.id, classId), eq(classes.ownerId, ownerId))).get() ?? null,
    isOwn: (ownerId, classId) => counted(and(eq(classes.id, classId), eq(classes.ownerId, ownerId))).get() !== undefined,
    add: (ownerId, { classId, name, term, archived, boardOpen, createdAt }) =>
      write(() => void orm.insert(classes).values({ id: classId, ownerId, name, term, archived, boardOpen, createdAt }).run()),
    change: (classId, change) => write(() => void orm.update(classes).set(change).where(eq(classes.id, classId)).run()),
    remove: (classId) => write(() => remove(classId)),
  };
}
