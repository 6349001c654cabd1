/** Every setting of the host, read from the environment in this one place. README.md holds the same table; a test compares the two. */
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import * as z from 'zod';
import type { TrustProxy } from './caller.ts';

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

const number = (pattern: RegExp, min: number, max: number) =>
  z
    .string()
    .regex(pattern)
    .transform(Number)
    .refine((value) => value >= min && value <= max);
const wholeNumber = (min: number, max: number) => number(/^\d{1,9}$/, min, max).describe(`a whole number from ${min} to ${max}`);
const seconds = (min: number, max: number) =>
  number(/^\d{1,9}(\.\d{1,3})?$/, min, max).describe(`a number of seconds from ${min} to ${max}`);
const text = z.string().min(1).describe('a text');

/** An origin as the browser writes it (RFC 6454 §6.2): scheme, host, port, and no path. */
const isOrigin = (value: string) => URL.canParse(value) && new URL(value).origin === value;
const origins = z
  .string()
  .transform(partsOf)
  .refine((list) => list.every(isOrigin))
  .describe('a list of origins such as https://example.org, with commas between');

const proxies = z
  .string()
  .transform((given): TrustProxy => (/^\d$/.test(given) ? Number(given) : partsOf(given)))
  .refine((trust) => typeof trust === 'number' || trust.every(isNetwork))
  .describe('a number of proxies from 0 to 9, or a list of their addresses such as 127.0.0.1, 10.0.0.0/8');

const SETTINGS = z.object({
  PORT: wholeNumber(0, 65_535).prefault('3000'),
  HOST: text.prefault('0.0.0.0'),
  DATA_DIR: text.prefault('data'),
  ALLOWED_ORIGINS: origins.prefault(''),
  TRUST_PROXY: proxies.prefault('0'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS)
    .describe(`one of ${LOG_LEVELS.join(', ')}`)
    .prefault('info'),
  TURN_SECONDS: wholeNumber(10, 300).prefault('30'),
  VERDICT_SECONDS: seconds(0, 300).prefault('8'),
  GRACE_SECONDS: seconds(0, 3600).prefault('60'),
  LEAVE_GRACE_SECONDS: seconds(0, 3600).prefault('10'),
  IDLE_MINUTES: number(/^\d{1,4}(\.\d{1,3})?$/, 0, 1440)
    .describe('a number of minutes from 0 to 1440')
    .prefault('5'),
  BOT_THINK_MS: wholeNumber(0, 60_000).prefault('2500'),
  RETENTION_DAYS: wholeNumber(0, 36_500).prefault('0'),
});
type SettingName = keyof typeof SETTINGS.shape;

export type HostSettings = {
  readonly port: number;
  readonly host: string;
  /** An absolute path. */
  readonly dataDir: string;
  /** Origins besides the host's own that may open a link. */
  readonly allowedOrigins: readonly string[];
  /** Whose word about a browser's address, its host and https is taken. */
  readonly trustProxy: TrustProxy;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Of a quick match; 10 to 300. */
  readonly turnSeconds: number;
  /** How long a verdict stays at most. */
  readonly verdictMs: number;
  /** From a lost link until a bot holds the seat. */
  readonly graceMs: number;
  /** The same where the player left on purpose. */
  readonly leaveGraceMs: number;
  /** In untimed play, after how long the other may have a bot take the seat. */
  readonly idleMs: number;
  /** How long a bot thinks at most. */
  readonly botThinkMs: number;
  /** How long players who do not come any more are kept; 0 is for ever. */
  readonly retentionDays: number;
};

export type ReadSettings = { readonly ok: true; readonly settings: HostSettings } | { readonly ok: false; readonly sentence: string };

/** A variable that is set to nothing counts as not set. The sentence names the first bad one. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): ReadSettings {
  const given = Object.fromEntries(SETTING_NAMES.map((name) => [name, environment[name]?.trim() || undefined]));
  const read = SETTINGS.safeParse(given);
  if (read.success) return { ok: true, settings: inUnits(read.data) };
  const name = read.error.issues[0]?.path[0] as SettingName;
  return { ok: false, sentence: `${name} must be ${SETTINGS.shape[name].unwrap().description}; it is "${environment[name]}".` };
}

export const SETTING_NAMES = Object.keys(SETTINGS.shape) as SettingName[];

function inUnits(read: z.infer<typeof SETTINGS>): HostSettings {
  return {
    port: read.PORT,
    host: read.HOST,
    dataDir: resolve(read.DATA_DIR),
    allowedOrigins: read.ALLOWED_ORIGINS,
    trustProxy: read.TRUST_PROXY,
    logLevel: read.LOG_LEVEL,
    turnSeconds: read.TURN_SECONDS,
    verdictMs: read.VERDICT_SECONDS * 1000,
    graceMs: read.GRACE_SECONDS * 1000,
    leaveGraceMs: read.LEAVE_GRACE_SECONDS * 1000,
    idleMs: read.IDLE_MINUTES * 60_000,
    botThinkMs: read.BOT_THINK_MS,
    retentionDays: read.RETENTION_DAYS,
  };
}

function partsOf(list: string): string[] {
  return list
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
}

/** An address, or a network as in RFC 4632 §3.1. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  return family !== 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32)));
}
