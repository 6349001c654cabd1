/** Instructors' accounts and their sessions. better-auth reads and writes the same tables when somebody signs in (docs/decisions/instructors.md). */
import { eq, inArray, lt } from 'drizzle-orm';
import type { Fault } from '#protocol/faults.ts';
import type { AccountChange, ListedAccount } from '#protocol/instructors.ts';
import { accountLinks, instructorPasswords, instructorSessions, instructors } from './instructor-schema.ts';
import type { Database, Orm } from './open.ts';

/** What came of a change: the account as it is now, and the ids of the sessions that it ended. */
export type Changed =
  | { readonly ok: true; readonly account: ListedAccount; readonly ended: readonly string[] }
  | { readonly ok: false; readonly fault: Fault };

export type InstructorStore = {
  list(): Promise<readonly ListedAccount[]>;
  byId(id: string): Promise<ListedAccount | null>;
  byEmail(email: string): Promise<ListedAccount | null>;
  change(id: string, change: AccountChange): Promise<Changed>;
  /** Takes an invitation back. Once it was accepted, things hang on an account: it can be disabled, and not removed. */
  withdraw(id: string): Promise<Fault | null>;
  sessionsOf(accountId: string): Promise<readonly string[]>;
  /** Those named, and all whose time is over. */
  deleteSessions(ids: readonly string[]): Promise<void>;
};

export function createInstructorStore({ orm, write }: Database, now: () => number): InstructorStore {
  function change(id: string, asked: AccountChange): Changed {
    const before = findAccount(orm, id);
    if (!before) return { ok: false, fault: 'no-such-account' };
    const isLess = asked.disabled === true || asked.role === 'instructor';
    if (isLess && isActiveAdmin(before) && !hasAdmin(orm, id)) return { ok: false, fault: 'last-admin' };
    orm
      .update(instructors)
      .set({ ...asked, updatedAt: new Date(now()) })
      .where(eq(instructors.id, id))
      .run();
    if (asked.disabled) orm.delete(accountLinks).where(eq(accountLinks.accountId, id)).run();
    const ended = asked.disabled ? endSessionsOf(orm, id) : [];
    return { ok: true, account: findAccount(orm, id) ?? before, ended };
  }

  function withdraw(id: string): Fault | null {
    const account = findAccount(orm, id);
    if (!account) return 'no-such-account';
    if (account.state !== 'invited') return 'account-in-use';
    orm.delete(instructors).where(eq(instructors.id, id)).run();
    return null;
  }

  return {
    list: async () => accountRows(orm).orderBy(instructors.createdAt).all().map(toListed),
    byId: async (id) => findAccount(orm, id),
    byEmail: async (email) => findByEmail(orm, email),
    change: (id, asked) => write(() => change(id, asked)),
    withdraw: (id) => write(() => withdraw(id)),
    sessionsOf: async (accountId) => sessionIds(orm, accountId),
    deleteSessions: (ids) =>
      write(() => {
        orm
          .delete(instructorSessions)
          .where(inArray(instructorSessions.id, [...ids]))
          .run();
        orm
          .delete(instructorSessions)
          .where(lt(instructorSessions.expiresAt, new Date(now())))
          .run();
      }),
  };
}

/** An address is the same in capital letters, and sent with whatever the keyboard adds around it. */
export function toEmail(typed: string): string {
  return typed.trim().toLowerCase();
}

function accountRows(orm: Orm) {
  return orm
    .select({ account: instructors, passwordOf: instructorPasswords.userId })
    .from(instructors)
    .leftJoin(instructorPasswords, eq(instructorPasswords.userId, instructors.id))
    .$dynamic();
}

type AccountRow = ReturnType<ReturnType<typeof accountRows>['all']>[number];

function toListed({ account: { id, email, name, role, disabled, createdAt }, passwordOf }: AccountRow): ListedAccount {
  const state = disabled ? 'disabled' : passwordOf === null ? 'invited' : 'active';
  return { id, email, name, role, state, createdAt: createdAt.getTime() };
}

/** For use inside a write as well. */
export function findAccount(orm: Orm, id: string): ListedAccount | null {
  const row = accountRows(orm).where(eq(instructors.id, id)).get();
  return row ? toListed(row) : null;
}

export function findByEmail(orm: Orm, email: string): ListedAccount | null {
  const row = accountRows(orm)
    .where(eq(instructors.email, toEmail(email)))
    .get();
  return row ? toListed(row) : null;
}

function isActiveAdmin({ role, state }: ListedAccount): boolean {
  return role === 'admin' && state === 'active';
}

/** Whether an administrator can act, apart from the one that is named. */
export function hasAdmin(orm: Orm, besides: string | null): boolean {
  const admins = accountRows(orm).where(eq(instructors.role, 'admin')).all().map(toListed);
  return admins.some((account) => isActiveAdmin(account) && account.id !== besides);
}

/** For use inside a write. The ids of the sessions that there were. */
export function endSessionsOf(orm: Orm, accountId: string): readonly string[] {
  const ended = sessionIds(orm, accountId);
  orm.delete(instructorSessions).where(eq(instructorSessions.userId, accountId)).run();
  return ended;
}

function sessionIds(orm: Orm, accountId: string): readonly string[] {
  const rows = orm.select({ id: instructorSessions.id }).from(instructorSessions).where(eq(instructorSessions.userId, accountId)).all();
  return rows.map(({ id }) => id);
}
