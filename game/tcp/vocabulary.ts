/**
 * The words of TCP that the whole project speaks. This file imports nothing; everything else derives from its lists.
 */

/** The eleven states of RFC 9293 §3.3.2, spelled as netstat spells them. */
export const STATES = [
  'CLOSED',
  'LISTEN',
  'SYN_SENT',
  'SYN_RCVD',
  'ESTABLISHED',
  'FIN_WAIT_1',
  'FIN_WAIT_2',
  'CLOSE_WAIT',
  'CLOSING',
  'LAST_ACK',
  'TIME_WAIT',
] as const;
export type State = (typeof STATES)[number];

/** The control bits that a state can hang on (§3.1), in the order in which they are written. PSH and URG are left out. */
export const FLAGS = ['SYN', 'FIN', 'RST', 'ACK'] as const;
export type Flag = (typeof FLAGS)[number];

/** The two ends of a connection. */
export const ROLES = ['client', 'server'] as const;
export type Role = (typeof ROLES)[number];

/** The user calls of §3.10.1 to §3.10.6. */
export const CALLS = ['open-active', 'open-passive', 'send', 'receive', 'close', 'abort', 'status'] as const;
export type Call = (typeof CALLS)[number];

/** The timers of §3.10.8. */
export const TIMERS = ['retransmission', '2msl', 'user'] as const;
export type Timer = (typeof TIMERS)[number];

/** A sequence number: a whole number from 0 to 2^32 − 1. Compare and add with `sequence.ts` only. */
export type Seq = number;

/** A segment as it is on the wire. */
export type Segment = {
  /** In the order of `FLAGS`, none twice. */
  readonly flags: readonly Flag[];
  readonly seq: Seq;
  /** Null when the ACK bit is off. */
  readonly ack: Seq | null;
  /** Octets of data, 0 to 65,535; SYN and FIN are not counted here. */
  readonly len: number;
  /** The window that its sender offers, 0 to 65,535. Absent where it is the constant one of 65,535, as in all that an endpoint sends (house rule L). */
  readonly wnd?: number;
};

/** What can happen to an endpoint (§3.10): a call, a segment that arrives, a timer that runs out. */
export type Event = {
  /** The initial sequence number to take if this event makes the endpoint choose one; 0 where none is given. */
  readonly iss?: Seq;
} & (
  | { readonly type: Exclude<Call, 'send'> }
  | { readonly type: 'send'; readonly len: number }
  | {
      readonly type: 'segment';
      readonly segment: Segment;
      /** The application calls CLOSE before the reply goes out, and the reply is joined (MUST-58). */
      readonly joined?: 'close';
    }
  | { readonly type: 'timeout'; readonly timer: Timer }
);
export type EventType = Event['type'];

/** What the application is told (§3.10): the error of a call, or something that it did not ask for. */
export const SIGNALS = [
  'connection-does-not-exist',
  'connection-already-exists',
  'connection-closing',
  'connection-reset',
  'connection-refused',
  'user-timeout',
] as const;
export type Signal = (typeof SIGNALS)[number];

export function otherRole(role: Role): Role {
  return role === 'client' ? 'server' : 'client';
}

/** The flags in the order of `FLAGS`, each once. */
export function orderFlags(flags: readonly Flag[]): Flag[] {
  return FLAGS.filter((flag) => flags.includes(flag));
}

export function sameFlags(a: readonly Flag[], b: readonly Flag[]): boolean {
  return FLAGS.every((flag) => a.includes(flag) === b.includes(flag));
}

/** Null is "nothing". */
export function sameSegment(a: Segment | null, b: Segment | null): boolean {
  if (a === null || b === null) return a === b;
  return sameFlags(a.flags, b.flags) && a.seq === b.seq && a.ack === b.ack && a.len === b.len && a.wnd === b.wnd;
}
