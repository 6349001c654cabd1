/** What happens when somebody comes by a link that is good once. */
import type { AccountLinkStore } from '#db/account-links.ts';
import type { AccountLinkKind } from '#protocol/instructors.ts';
import { hashOf, isEmail } from './account-links.ts';
import type { Begun, InstructorSessions } from './sessions.ts';
import { isPassword } from './sign-in.ts';

/** What the person has typed. */
export type Typed = { readonly email?: string; readonly name?: string; readonly password: string };
/** Sets the password, and signs in with it. */
export type FollowAccountLink = (secret: string, typed: Typed) => Promise<Begun>;

type Needs = {
  readonly store: AccountLinkStore;
  readonly begin: InstructorSessions['begin'];
  readonly hash: (password: string) => Promise<string>;
  readonly ended: (sessionIds: readonly string[]) => void;
};

export function createFollowAccountLink({ store, begin, hash, ended }: Needs): FollowAccountLink {
  return async (secret, { email, name, password }) => {
    const found = await store.find(hashOf(secret));
    if (!found) return { ok: false, fault: 'account-link-over' };
    if (!hasAll(found.kind, { email, name })) return { ok: false, fault: 'bad-message' };
    if (email !== undefined && !isEmail(email)) return { ok: false, fault: 'bad-email' };
    if (!isPassword(password)) return { ok: false, fault: 'bad-password' };
    const passwordHash = await hash(password);
    const used = await store.use(hashOf(secret), { email: email ?? null, name: name ?? null, passwordHash });
    if (!used.ok) return used;
    ended(used.ended);
    return begin(used.account.email, password);
  };
}

/** Exactly what the kind of link asks for: nobody's address is changed by a link. */
function hasAll(kind: AccountLinkKind, { email, name }: Omit<Typed, 'password'>): boolean {
  return (email !== undefined) === (kind === 'set-up') && (name !== undefined) === (kind !== 'reset');
}
