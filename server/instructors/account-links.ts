/** Links that are good once, as addresses: made and read. */
import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { AccountLinkStore, NewLink } from '#db/account-links.ts';
import { toEmail } from '#db/instructors.ts';
import type { Fault } from '#protocol/faults.ts';
import type { AccountLinkAnswer, InstructorRole, MadeLinkAnswer } from '#protocol/instructors.ts';

export type Made = ({ readonly ok: true } & MadeLinkAnswer) | { readonly ok: false; readonly fault: Fault };

export type AccountLinks = {
  /** The path of a link by which the first account is made; null where there is one. It ends the one before it. */
  setUp(): Promise<string | null>;
  invite(email: string, role: InstructorRole): Promise<Made>;
  /** A new invitation for who has not accepted theirs, a new password for everybody else. */
  makeFor(accountId: string): Promise<Made>;
  find(secret: string): Promise<AccountLinkAnswer | null>;
};

const HOUR_MS = 3_600_000;
/** It is printed where others may read it later. */
const SET_UP_MS = 24 * HOUR_MS;
/** A mail may lie for some days. */
const ACCOUNT_MS = 7 * 24 * HOUR_MS;
const SECRET_OCTETS = 32;

export function createAccountLinks(store: AccountLinkStore, now: () => number): AccountLinks {
  function make(lastsMs: number): { readonly path: string; readonly link: NewLink } {
    const secret = randomBytes(SECRET_OCTETS).toString('base64url');
    return { path: `/account-link/${secret}`, link: { secretHash: hashOf(secret), expiresAt: now() + lastsMs } };
  }

  async function setUp(): Promise<string | null> {
    if (!store.needsSetUp()) return null;
    const { path, link } = make(SET_UP_MS);
    await store.addSetUp(link);
    return path;
  }

  async function invite(typed: string, role: InstructorRole): Promise<Made> {
    if (!isEmail(typed)) return { ok: false, fault: 'bad-email' };
    const { path, link } = make(ACCOUNT_MS);
    const invited = await store.invite(toEmail(typed), role, link);
    return invited.ok ? { ...invited, path, expiresAt: link.expiresAt } : invited;
  }

  async function makeFor(accountId: string): Promise<Made> {
    const { path, link } = make(ACCOUNT_MS);
    const found = await store.addFor(accountId, link);
    return found.ok ? { ...found, path, expiresAt: link.expiresAt } : found;
  }

  return {
    setUp,
    invite,
    makeFor,
    find: async (secret) => {
      const found = await store.find(hashOf(secret));
      return found && { kind: found.kind, email: found.account?.email ?? null };
    },
  };
}

export function isEmail(typed: string): boolean {
  return z.email().safeParse(toEmail(typed)).success;
}

/** The secret is random and long: a slow hash would add nothing. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
