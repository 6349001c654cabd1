/**
 * Instructors' accounts over HTTP: signing in and out, links that are good once, and what an administrator may do. Who asks
 * is told by the cookie that signing in gives, which is another one than a player's.
 */
import * as z from 'zod';

/** An administrator is an instructor who may also do everything under /api/admin. */
export const INSTRUCTOR_ROLES = ['instructor', 'admin'] as const;
export type InstructorRole = (typeof INSTRUCTOR_ROLES)[number];

export const INSTRUCTOR_COOKIE = 'last_ack_instructor';

/** NIST SP 800-63B §5.1.1 asks for 8 at least and for 64 to be taken. */
export const PASSWORD_LENGTH = { min: 10, max: 128 } as const;
export const FULL_NAME_LENGTH = { min: 1, max: 60 } as const;

/** RFC 5321 §4.5.3.1.3 leaves 254 octets. It is taken as typed here: `bad-email` is a fault of its own. */
const email = z.string().max(254);
/** Its length is asked where it is set: `bad-password` is a fault of its own. */
const password = z.string().max(1_000);
const fullName = z.string().trim().min(FULL_NAME_LENGTH.min).max(FULL_NAME_LENGTH.max);

export type InstructorAccount = { readonly id: string; readonly email: string; readonly name: string; readonly role: InstructorRole };

/** GET /api/instructor · POST /api/auth/sign-in · POST /api/auth/change-password, which ends all other sessions */
export type InstructorAnswer = { readonly account: InstructorAccount };
export const signInSchema = z.strictObject({ email, password });
export const changePasswordSchema = z.strictObject({ current: password, next: password });
/** POST /api/auth/sign-out */
export type Done = Record<never, never>;

/** GET /api/account-links/:secret : what the link is for. */
export const ACCOUNT_LINK_KINDS = ['set-up', 'invitation', 'reset'] as const;
export type AccountLinkKind = (typeof ACCOUNT_LINK_KINDS)[number];
export type AccountLinkAnswer = {
  readonly kind: AccountLinkKind;
  /** Null for the set-up: the address is asked for. */
  readonly email: string | null;
};
/** POST /api/account-links/:secret : uses the link up, and signs in. The set-up wants all three, an invitation no address, a reset the password alone. */
export const followAccountLinkSchema = z.strictObject({ email: email.optional(), name: fullName.optional(), password });

/** GET /api/admin/accounts */
export type AccountState = 'invited' | 'active' | 'disabled';
export type ListedAccount = InstructorAccount & { readonly state: AccountState; readonly createdAt: number };
export type AccountsAnswer = { readonly accounts: readonly ListedAccount[] };
/** POST /api/admin/accounts · POST /api/admin/accounts/:id/link : `path` is shown once; only its hash is kept. */
export const inviteSchema = z.strictObject({ email, role: z.enum(INSTRUCTOR_ROLES) });
export type MadeLinkAnswer = { readonly account: ListedAccount; readonly path: string; readonly expiresAt: number };
/** PATCH /api/admin/accounts/:id */
export const changeAccountSchema = z
  .strictObject({ role: z.enum(INSTRUCTOR_ROLES), disabled: z.boolean() })
  .partial()
  .refine((change) => Object.keys(change).length > 0);
export type AccountChange = z.infer<typeof changeAccountSchema>;
export type AccountAnswer = { readonly account: ListedAccount };
