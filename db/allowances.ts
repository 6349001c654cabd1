/** How much of what may be tried has been, kept over a restart. */
import { eq, lt } from 'drizzle-orm';
import type { Database } from './open.ts';
import { allowances } from './instructor-schema.ts';

export type AllowanceStore = {
  /** `next` is given the instant at which the key's bucket is full, or null, and says the one to keep, or null for none. */
  update(key: string, next: (fullAt: number | null) => number | null): Promise<void>;
};

export function createAllowanceStore({ orm, write }: Database, now: () => number): AllowanceStore {
  function put(key: string, fullAt: number | null): void {
    orm.delete(allowances).where(lt(allowances.fullAt, now())).run();
    if (fullAt === null) return void orm.delete(allowances).where(eq(allowances.key, key)).run();
    orm.insert(allowances).values({ key, fullAt }).onConflictDoUpdate({ target: allowances.key, set: { fullAt } }).run();
  }

  return {
    update: (key, next) =>
      write(() => {
        const row = orm.select().from(allowances).where(eq(allowances.key, key)).get();
        put(key, next(row?.fullAt ?? null));
      }),
  };
}
