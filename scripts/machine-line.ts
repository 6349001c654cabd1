/** One line of `npm run machine`: what it tells, or the code of what is wrong with it. `docs/machine.md` describes both. */
import { MAX_SEQ } from '#game/tcp/sequence.ts';
import {
  CALLS,
  FLAGS,
  orderFlags,
  ROLES,
  TIMERS,
  type Event,
  type Flag,
  type Role,
  type Segment,
  type Timer,
} from '#game/tcp/vocabulary.ts';

export const FAULTS = [
  'empty-line',
  'line-too-long',
  'bad-json',
  'not-an-object',
  'bad-at',
  'bad-event',
  'unknown-field',
  'bad-iss',
  'bad-len',
  'bad-timer',
  'bad-flags',
  'bad-seq',
  'bad-ack',
  'bad-wnd',
  'bad-then',
] as const;
export type Fault = (typeof FAULTS)[number];

export type Told = { readonly at: Role; readonly event: Event };
export type Parsed = { readonly told: Told } | { readonly fault: Fault };

type Fields = Readonly<Record<string, unknown>>;

const EVENTS = [...CALLS, 'timeout', 'segment'] as const satisfies readonly Event['type'][];
/** Beside `at`, `event` and `iss`. */
const FIELDS: Partial<Record<Event['type'], readonly string[]>> = {
  send: ['len'],
  timeout: ['timer'],
  segment: ['flags', 'seq', 'ack', 'len', 'wnd', 'then'],
};
/** Bits of §3.1 that change no state and make nothing go out. */
const IGNORED_FLAGS: readonly unknown[] = ['PSH', 'URG', 'ECE', 'CWR'];
const MAX_16_BITS = 65_535;

export function parseLine(line: string): Parsed {
  if (line.trim() === '') return { fault: 'empty-line' };
  const value = parseJson(line);
  if (value === undefined) return { fault: 'bad-json' };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { fault: 'not-an-object' };
  const fields = value as Fields;
  const { at, event: type } = fields;
  if (!isOneOf(ROLES, at)) return { fault: 'bad-at' };
  if (!isOneOf(EVENTS, type)) return { fault: 'bad-event' };
  const fault = faultOf(type, fields);
  return fault ? { fault } : { told: { at, event: eventOf(type, fields) } };
}

/** JSON has no `undefined`. */
function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function faultOf(type: Event['type'], fields: Fields): Fault | undefined {
  const known = ['at', 'event', 'iss', ...(FIELDS[type] ?? [])];
  if (Object.keys(fields).some((name) => !known.includes(name) && !isAbsent(fields[name]))) return 'unknown-field';
  if (!isAbsentOr(isNumberTo(MAX_SEQ), fields.iss)) return 'bad-iss';
  if (type === 'send' && !(isNumberTo(MAX_SEQ)(fields.len) && fields.len > 0)) return 'bad-len';
  if (type === 'timeout' && !isOneOf(TIMERS, fields.timer)) return 'bad-timer';
  return type === 'segment' ? faultOfSegment(fields) : undefined;
}

function faultOfSegment({ flags, seq, ack, len, wnd, then }: Fields): Fault | undefined {
  if (!isFlags(flags)) return 'bad-flags';
  if (!isNumberTo(MAX_SEQ)(seq)) return 'bad-seq';
  const mayBeAbsent = !flags.includes('ACK') && isAbsent(ack);
  if (!mayBeAbsent && !isNumberTo(MAX_SEQ)(ack)) return 'bad-ack';
  if (!isAbsentOr(isNumberTo(MAX_16_BITS), len)) return 'bad-len';
  if (!isAbsentOr(isNumberTo(MAX_16_BITS), wnd)) return 'bad-wnd';
  return isAbsent(then) || then === 'close' ? undefined : 'bad-then';
}

const isAbsent = (value: unknown) => value === undefined || value === null;
const isAbsentOr = (is: (value: unknown) => boolean, value: unknown) => isAbsent(value) || is(value);
const isNumberTo =
  (most: number) =>
  (value: unknown): value is number =>
    Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most;

function isOneOf<T>(list: readonly T[], value: unknown): value is T {
  return list.includes(value as T);
}

function isFlags(value: unknown): value is readonly string[] {
  if (!Array.isArray(value) || new Set(value).size < value.length) return false;
  return value.every((flag) => isOneOf(FLAGS, flag) || IGNORED_FLAGS.includes(flag));
}

/** Of fields that have been found to be right. */
function eventOf(type: Event['type'], fields: Fields): Event {
  const iss = isAbsent(fields.iss) ? {} : { iss: fields.iss as number };
  switch (type) {
    case 'send':
      return { type, len: fields.len as number, ...iss };
    case 'timeout':
      return { type, timer: fields.timer as Timer, ...iss };
    case 'segment':
      return { type, segment: segmentOf(fields), ...(fields.then === 'close' && { joined: 'close' }), ...iss };
    default:
      return { type, ...iss };
  }
}

/** The acknowledgment number counts only where the ACK bit is set (§3.1). */
function segmentOf({ flags, seq, ack, len, wnd }: Fields): Segment {
  const ordered = orderFlags(flags as readonly Flag[]);
  const segment = { flags: ordered, seq: seq as number, ack: ordered.includes('ACK') ? (ack as number) : null, len: (len ?? 0) as number };
  return isAbsent(wnd) ? segment : { ...segment, wnd: wnd as number };
}
