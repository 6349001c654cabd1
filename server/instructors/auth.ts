/** better-auth as it is used here: e-mail and password, sessions in SQLite, called and never mounted (docs/decisions/instructors.md). */
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { betterAuth } from 'better-auth/minimal';
import { instructorPasswords, instructorSessions, instructors } from '#db/instructor-schema.ts';
import type { Database } from '#db/open.ts';
import { INSTRUCTOR_COOKIE, PASSWORD_LENGTH } from '#protocol/instructors.ts';

const DAY_SECONDS = 86_400;
/** Since the last visit. */
export const SESSION_SECONDS = 30 * DAY_SECONDS;

export type Auth = ReturnType<typeof createAuth>;

/** `key`: what signs the cookies. */
export function createAuth({ orm }: Database, key: string, log: (error: unknown, what: string) => void) {
  const schema = { user: instructors, account: instructorPasswords, session: instructorSessions };
  return betterAuth({
    secret: key,
    // Each write of better-auth's is one statement, which better-sqlite3 commits, with fsync, before it returns.
    database: drizzleAdapter(orm, { provider: 'sqlite', schema, transaction: false }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
    },
    session: { expiresIn: SESSION_SECONDS, updateAge: DAY_SECONDS },
    // The door counts, by e-mail and by address: a classroom is behind one address.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // What it says may name an e-mail address: only the error itself, which the log makes safe.
    logger: {
      level: 'error',
      log: (_level, _message, ...details) =>
        log(
          details.find((one) => one instanceof Error),
          'better-auth failed',
        ),
    },
    advanced: {
      // Whether a browser came by https is known at each request only: the door says `Secure`.
      useSecureCookies: false,
      cookies: { session_token: { name: INSTRUCTOR_COOKIE } },
      ipAddress: { disableIpTracking: true },
      // It would ask for the columns of OAuth and the table of e-mail verification, to which nothing is written here.
      database: { validateSchema: false },
    },
  });
}
