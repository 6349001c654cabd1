/** Signing in, and how often it may be tried. The counts are kept: a restart gives no guesser new tries. */
import type { AllowanceStore } from '#db/allowances.ts';
import { toEmail } from '#db/instructors.ts';
import { PASSWORD_LENGTH } from '#protocol/instructors.ts';
import { type KeptAllowance, keepAllowance } from '../allowance.ts';
import type { KnownDevices } from './known-device.ts';
import type { Begun, InstructorSessions } from './sessions.ts';

/** Where a try comes from. */
export type From = { readonly address: string; readonly cookie: string | undefined };

export type SignIn = {
  signIn(email: string, password: string, from: From): Promise<Begun>;
  changePassword(current: string, next: string, from: From): Promise<Begun>;
};

type Taken = readonly [allowance: KeptAllowance, key: string];

export function createSignIn(sessions: InstructorSessions, devices: KnownDevices, store: AllowanceStore, now: () => number): SignIn {
  const byDevice = keepAllowance(store, 'sign-in-device', 10, 1 / 30, now);
  const byPair = keepAllowance(store, 'sign-in-pair', 10, 1 / 30, now);
  /** Strangers of all addresses together: who has many of them gains little. */
  const byEmail = keepAllowance(store, 'sign-in-email', 50, 1 / 30, now);
  /** A whole school may share one. */
  const byAddress = keepAllowance(store, 'sign-in-address', 100, 1 / 2, now);

  /** A browser that the account knows has tries of its own, which nobody else can use up. */
  function allowancesFor(email: string, { address, cookie }: From): readonly Taken[] {
    const device = devices.idOf(cookie, email);
    if (device !== null) return [[byDevice, device]];
    return [
      [byPair, `${email} ${address}`],
      [byAddress, address],
      [byEmail, email],
    ];
  }

  /** Taken before the password is looked at, or many tries at once would all be the first; what was right costs nothing. */
  async function counted(email: string, from: From, attempt: () => Promise<Begun>): Promise<Begun> {
    const allowances = allowancesFor(email, from);
    for (const [allowance, key] of allowances) if (!(await allowance.take(key))) return { ok: false, fault: 'too-many-tries' };
    const begun = await attempt();
    if (begun.ok) await Promise.all(allowances.map(([allowance, key]) => allowance.giveBack(key)));
    return begun;
  }

  async function changePassword(current: string, next: string, from: From): Promise<Begun> {
    const instructor = await sessions.instructorOf(from.cookie);
    if (!instructor) return { ok: false, fault: 'not-an-instructor' };
    if (!isPassword(next)) return { ok: false, fault: 'bad-password' };
    return counted(instructor.account.email, from, () => sessions.changePassword(from.cookie, current, next));
  }

  return {
    signIn: (email, password, from) => counted(toEmail(email), from, () => sessions.begin(toEmail(email), password)),
    changePassword,
  };
}

export function isPassword(text: string): boolean {
  return text.length >= PASSWORD_LENGTH.min && text.length <= PASSWORD_LENGTH.max;
}
