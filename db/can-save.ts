/** Whether the database takes a write now: into the page that every database has, where nothing of ours lies (sqlite.org/pragma.html#pragma_user_version). */
import { sql } from 'drizzle-orm';
import type { Database } from './open.ts';

export function canSave({ orm, write }: Database): Promise<boolean> {
  const save = write(() => orm.run(sql`PRAGMA user_version = 0`));
  return save.then(
    () => true,
    () => false,
  );
}
