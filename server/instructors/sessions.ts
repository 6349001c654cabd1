/** Who is signed in, by the cookie: better-auth says whose session it is, the store whether the account may still use it. */
import { isAPIError } from 'better-auth/api';
import type { InstructorStore } from '#db/instructors.ts';
import type { Fault } from '#protocol/faults.ts';
import { INSTRUCTOR_COOKIE, type InstructorAccount, type ListedAccount } from '#protocol/instructors.ts';
import { hasInstructorCookie } from './cookie.ts';
import type { Auth } from './auth.ts';

export type Instructor = { readonly account: InstructorAccount; readonly sessionId: string };

/** `cookies`: values of `Set-Cookie`, without `Secure`. */
export type Begun =
  | { readonly ok: true; readonly account: InstructorAccount; readonly cookies: readonly string[] }
  | { readonly ok: false; readonly fault: Fault };
export type Visit = Instructor & { readonly cookies: readonly string[] };

export type InstructorSessions = {
  /** Null where nobody is signed in by this cookie. */
  instructorOf(cookieHeader: string | undefined): Promise<Instructor | null>;
  /** The same, and the session lasts longer from now on. */
  visit(cookieHeader: string | undefined): Promise<Visit | null>;
  begin(email: string, password: string): Promise<Begun>;
  /** The cookies that take the session out of the browser. It is over once this resolves, also where it was already. */
  end(cookieHeader: string | undefined): Promise<readonly string[]>;
  /** All other sessions of the account end. `wrong-password` where the current one is not that. */
  changePassword(cookieHeader: string | undefined, current: string, next: string): Promise<Begun>;
};

/** `ended` is told the ids of sessions that are over. */
export function createSessions(auth: Auth, store: InstructorStore, ended: (ids: readonly string[]) => void): InstructorSessions {
  async function find(cookieHeader: string | undefined, disableRefresh: boolean): Promise<Visit | null> {
    if (!hasInstructorCookie(cookieHeader)) return null;
    const { response, headers } = await auth.api.getSession({
      headers: withCookie(cookieHeader),
      query: { disableRefresh },
      returnHeaders: true,
    });
    if (!response) return null;
    const account = await store.byId(response.session.userId);
    if (account?.state !== 'active') return null;
    return { account: toAccount(account), sessionId: response.session.id, cookies: cookiesIn(headers) };
  }

  async function begin(email: string, password: string): Promise<Begun> {
    const signed = await unlessWrong(auth.api.signInEmail({ body: { email, password }, returnHeaders: true }));
    const account = signed && (await store.byEmail(email));
    if (!account) return { ok: false, fault: 'wrong-password' };
    if (account.state === 'active') return { ok: true, account: toAccount(account), cookies: cookiesIn(signed.headers) };
    await store.deleteSessions(await store.sessionsOf(account.id));
    return { ok: false, fault: 'account-disabled' };
  }

  async function end(cookieHeader: string | undefined): Promise<readonly string[]> {
    const instructor = await find(cookieHeader, true);
    if (instructor) {
      await store.deleteSessions([instructor.sessionId]);
      ended([instructor.sessionId]);
    }
    // It would swallow a disk that takes nothing, which is why the session is gone already.
    return cookiesIn((await auth.api.signOut({ headers: withCookie(cookieHeader ?? ''), returnHeaders: true })).headers);
  }

  async function changePassword(cookieHeader: string | undefined, currentPassword: string, newPassword: string): Promise<Begun> {
    const instructor = await find(cookieHeader, true);
    if (!instructor) return { ok: false, fault: 'not-an-instructor' };
    const others = await store.sessionsOf(instructor.account.id);
    const body = { currentPassword, newPassword, revokeOtherSessions: true };
    const changed = await unlessWrong(auth.api.changePassword({ body, headers: withCookie(cookieHeader ?? ''), returnHeaders: true }));
    if (!changed) return { ok: false, fault: 'wrong-password' };
    ended(others);
    return { ok: true, account: instructor.account, cookies: cookiesIn(changed.headers) };
  }

  async function instructorOf(cookieHeader: string | undefined): Promise<Instructor | null> {
    const found = await find(cookieHeader, true);
    return found && { account: found.account, sessionId: found.sessionId };
  }

  return { instructorOf, visit: (cookieHeader) => find(cookieHeader, false), begin, end, changePassword };
}

/** Null where better-auth refuses, which it does by an exception. */
async function unlessWrong<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return null;
    throw error;
  }
}

function withCookie(cookie: string): Headers {
  return new Headers({ cookie });
}

/** Ours alone: better-auth takes out cookies that it never gave. */
function cookiesIn(headers: Headers): readonly string[] {
  return headers.getSetCookie().filter((one) => one.startsWith(`${INSTRUCTOR_COOKIE}=`));
}

function toAccount({ id, email, name, role }: ListedAccount): InstructorAccount {
  return { id, email, name, role };
}
