/** Signing in, and how often it may be tried. The counts are kept: a restart gives no guesser new tries. */
import type { AllowanceStore } from '#db/allowances.ts';
import { toEmail } from '#db/instructors.ts';
import { PASSWORD_LENGTH } from '#protocol/instructors.ts';
import { keepAllowance } from '../allowance.ts';
import type { Begun, InstructorSessions } from './sessions.ts';

export type SignIn = {
  signIn(email: string, password: string, address: string): Promise<Begun>;
  changePassword(cookieHeader: string | undefined, current: string, next: string, address: string): Promise<Begun>;
};

export function createSignIn(sessions: InstructorSessions, store: AllowanceStore, now: () => number): SignIn {
  const byEmail = keepAllowance(store, 'sign-in-email', 10, 1 / 30, now);
  /** A whole school may share one. */
  const byAddress = keepAllowance(store, 'sign-in-address', 100, 1 / 2, now);

  /** Taken before the password is looked at, or many tries at once would all be the first; what was right costs nothing. */
  async function counted(email: string, address: string, attempt: () => Promise<Begun>): Promise<Begun> {
    if (!(await byAddress.take(address)) || !(await byEmail.take(email))) return { ok: false, fault: 'too-many-tries' };
    const begun = await attempt();
    if (begun.ok) await Promise.all([byAddress.giveBack(address), byEmail.giveBack(email)]);
    return begun;
  }

  async function changePassword(cookieHeader: string | undefined, current: string, next: string, address: string): Promise<Begun> {
    const instructor = await sessions.instructorOf(cookieHeader);
    if (!instructor) return { ok: false, fault: 'not-an-instructor' };
    if (!isPassword(next)) return { ok: false, fault: 'bad-password' };
    return counted(instructor.account.email, address, () => sessions.changePassword(cookieHeader, current, next));
  }

  return {
    signIn: (email, password, address) => counted(toEmail(email), address, () => sessions.begin(toEmail(email), password)),
    changePassword,
  };
}

export function isPassword(text: string): boolean {
  return text.length >= PASSWORD_LENGTH.min && text.length <= PASSWORD_LENGTH.max;
}
