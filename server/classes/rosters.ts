/** The classes of the host and who is in them, put together in one place. */
import { type ClassStore, createClassStore } from '#db/classes.ts';
import type { Database } from '#db/open.ts';
import { createStudentStore, type StudentStore } from '#db/students.ts';
import { makePersonalCode } from './personal-code.ts';
import { makeKey } from '../chance.ts';

export type Rosters = { readonly classes: ClassStore; readonly students: StudentStore };

export function createRosters(database: Database, now: () => number): Rosters {
  const students = createStudentStore(database, { now, newId: makeKey, newCode: makePersonalCode });
  return { classes: createClassStore(database), students };
}
