/** Links that are good once: set-up, invitation, new password. Of their secrets and of passwords it is given hashes only. */
import { randomBytes } from 'node:crypto';
import { eq, isNull, lt } from 'drizzle-orm';
import type { Fault } from '#protocol/faults.ts';
import type { AccountLinkKind, InstructorRole, ListedAccount } from '#protocol/instructors.ts';
import { accountLinks, instructorPasswords, instructors } from './instructor-schema.ts';
import { type Changed, endSessionsOf, findAccount, findByEmail, hasAdmin, toEmail } from './instructors.ts';
import type { Database, Orm } from './open.ts';

/** `expiresAt`: milliseconds since 1970. */
export type NewLink = { readonly secretHash: string; readonly expiresAt: number };
export type FoundLink = { readonly kind: AccountLinkKind; readonly account: ListedAccount | null };
/** `email` counts for the set-up alone; without `name` the account keeps the one it has. */
export type LinkUse = { readonly email: string | null; readonly name: string | null; readonly passwordHash: string };
export type Invited = { readonly ok: true; readonly account: ListedAccount } | { readonly ok: false; readonly fault: Fault };

export type AccountLinkStore = {
  /** Whether there is no administrator yet who could invite others. */
  needsSetUp(): boolean;
  /** Ends the set-up links that there were. */
  addSetUp(link: NewLink): Promise<void>;
  invite(email: string, role: InstructorRole, link: NewLink): Promise<Invited>;
  /** Ends the link that the account had. */
  addFor(accountId: string, link: NewLink): Promise<Invited>;
  /** Null where the link was used, has run out, or never was. */
  find(secretHash: string): Promise<FoundLink | null>;
  /** Of two who use it at once, one does. The password of an account that has one is replaced, and its sessions end. */
  use(secretHash: string, use: LinkUse): Promise<Changed>;
};

export function createAccountLinkStore({ orm, write }: Database, now: () => number): AccountLinkStore {
  function put(accountId: string | null, link: NewLink): void {
    const sameAccount = accountId === null ? isNull(accountLinks.accountId) : eq(accountLinks.accountId, accountId);
    orm.delete(accountLinks).where(sameAccount).run();
    orm.delete(accountLinks).where(lt(accountLinks.expiresAt, now())).run();
    orm
      .insert(accountLinks)
      .values({ ...link, accountId })
      .run();
  }

  function invite(email: string, role: InstructorRole, link: NewLink): Invited {
    if (findByEmail(orm, email)) return { ok: false, fault: 'email-taken' };
    const account = addAccount(orm, { email, name: '', role }, now());
    put(account.id, link);
    return { ok: true, account };
  }

  function addFor(accountId: string, link: NewLink): Invited {
    const account = findAccount(orm, accountId);
    if (!account) return { ok: false, fault: 'no-such-account' };
    if (account.state === 'disabled') return { ok: false, fault: 'account-disabled' };
    put(accountId, link);
    return { ok: true, account };
  }

  function find(secretHash: string): FoundLink | null {
    const row = orm.select().from(accountLinks).where(eq(accountLinks.secretHash, secretHash)).get();
    if (!row || row.expiresAt < now()) return null;
    if (row.accountId === null) return needsSetUp(orm) ? { kind: 'set-up', account: null } : null;
    const account = findAccount(orm, row.accountId);
    return account && { kind: account.state === 'invited' ? 'invitation' : 'reset', account };
  }

  function use(secretHash: string, { email, name, passwordHash }: LinkUse): Changed {
    const found = find(secretHash);
    if (!found) return { ok: false, fault: 'account-link-over' };
    if (!found.account && findByEmail(orm, email ?? '')) return { ok: false, fault: 'email-taken' };
    const { id } = found.account ?? addAccount(orm, { email: email ?? '', name: '', role: 'admin' }, now());
    if (name !== null) orm.update(instructors).set({ name }).where(eq(instructors.id, id)).run();
    setPassword(orm, id, passwordHash, new Date(now()));
    orm.delete(accountLinks).where(eq(accountLinks.secretHash, secretHash)).run();
    return { ok: true, account: accountOf(orm, id), ended: endSessionsOf(orm, id) };
  }

  return {
    needsSetUp: () => needsSetUp(orm),
    addSetUp: (link) => write(() => put(null, link)),
    invite: (email, role, link) => write(() => invite(email, role, link)),
    addFor: (accountId, link) => write(() => addFor(accountId, link)),
    find: async (secretHash) => find(secretHash),
    use: (secretHash, how) => write(() => use(secretHash, how)),
  };
}

function needsSetUp(orm: Orm): boolean {
  return !hasAdmin(orm, null);
}

type NewAccount = { readonly email: string; readonly name: string; readonly role: InstructorRole };

function addAccount(orm: Orm, { email, ...account }: NewAccount, at: number): ListedAccount {
  const id = newId();
  const [createdAt, updatedAt] = [new Date(at), new Date(at)];
  orm
    .insert(instructors)
    .values({ id, email: toEmail(email), ...account, createdAt, updatedAt })
    .run();
  return accountOf(orm, id);
}

/** One that is there for certain. */
function accountOf(orm: Orm, id: string): ListedAccount {
  const account = findAccount(orm, id);
  if (!account) throw new Error('an account is gone within the transaction that made it');
  return account;
}

function setPassword(orm: Orm, userId: string, password: string, at: Date): void {
  orm
    .insert(instructorPasswords)
    .values({ id: newId(), providerId: 'credential', accountId: userId, userId, password, createdAt: at, updatedAt: at })
    .onConflictDoUpdate({ target: instructorPasswords.userId, set: { password, updatedAt: at } })
    .run();
}

function newId(): string {
  return randomBytes(12).toString('base64url');
}
