/**
 * The tables of instructors' accounts. The first three are better-auth's user, account and session, with the columns that it asks for
 * (better-auth.com/docs/concepts/database); their instants are dates, because it writes dates. Guests are `players`, elsewhere.
 */
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { INSTRUCTOR_ROLES } from '#protocol/instructors.ts';

const instant = (name: string) => integer(name, { mode: 'timestamp_ms' });

/** One row a person, from the moment of the invitation. */
export const instructors = sqliteTable(
  'instructors',
  {
    id: text().primaryKey(),
    /** In small letters. */
    email: text().notNull().unique(),
    /** Empty until the invitation is accepted. */
    name: text().notNull(),
    role: text({ enum: INSTRUCTOR_ROLES }).notNull(),
    disabled: integer({ mode: 'boolean' }).notNull().default(false),
    emailVerified: integer('email_verified', { mode: 'boolean' }).notNull().default(false),
    image: text(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  () => [check('instructors_role', sql`role IN ('instructor', 'admin')`)],
);

/** The password of a person, from the moment the invitation is accepted. */
export const instructorPasswords = sqliteTable('instructor_passwords', {
  id: text().primaryKey(),
  /** better-auth looks for the row whose provider is `credential` and whose account is the user. */
  providerId: text('provider_id').notNull(),
  accountId: text('account_id').notNull(),
  userId: text('user_id')
    .notNull()
    .unique()
    .references(() => instructors.id, { onDelete: 'cascade' }),
  /** scrypt, salted. */
  password: text().notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

/** One row a browser that is signed in. The cookie holds the token with a signature, for which instructors.key is needed. */
export const instructorSessions = sqliteTable(
  'instructor_sessions',
  {
    id: text().primaryKey(),
    token: text().notNull().unique(),
    userId: text('user_id')
      .notNull()
      .references(() => instructors.id, { onDelete: 'cascade' }),
    expiresAt: instant('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('instructor_sessions_by_user').on(table.userId)],
);

/** Links that are good once: the set-up of the first account, which is nobody's yet, an invitation, or a new password. */
export const accountLinks = sqliteTable('account_links', {
  /** SHA-256 of what stands in the address, in hex. */
  secretHash: text('secret_hash').primaryKey(),
  /** Null for the set-up. An account has one link at most: a new one ends the one before it. */
  accountId: text('account_id')
    .unique()
    .references(() => instructors.id, { onDelete: 'cascade' }),
  expiresAt: integer('expires_at').notNull(),
});

/** How much of what may be tried has been: the instant at which all of it is there again. Rows of the past mean nothing. */
export const allowances = sqliteTable('allowances', { key: text().primaryKey(), fullAt: integer('full_at').notNull() }, (table) => [
  index('allowances_by_instant').on(table.fullAt),
]);
