/** Whether a segment begins a new connection between sockets that already have one. */
import { dataStart, segmentEnd } from '#game/tcp/endpoint.ts';
import { otherRole, type Role, type Segment } from '#game/tcp/vocabulary.ts';
import type { Connection } from './connection.ts';
import { wasNeverOpened } from './end.ts';
import { isOver } from './known.ts';
import { foreseenState } from './settle.ts';

const has = (segment: Segment, flag: 'SYN' | 'ACK') => segment.flags.includes(flag);
const OPENING = ['LISTEN', 'SYN_SENT', 'SYN_RCVD'];

/** "perhaps": the receiver may still be in the old connection, and then answers with a challenge ACK (RFC 5961 §4). */
export function startsAnew(connection: Connection, segment: Segment, from: Role): 'yes' | 'no' | 'perhaps' {
  if (!has(segment, 'SYN')) return 'no';
  const isFree = isOver(connection) || hasClosed(connection, otherRole(from));
  const isOpening = has(segment, 'ACK') ? answersThisOpening(connection, segment, from) : opensThis(connection, segment, from, isFree);
  if (isOpening) return 'no';
  return isFree ? 'yes' : 'perhaps';
}

/** It was open once. */
function hasClosed({ ends }: Connection, role: Role): boolean {
  return !wasNeverOpened(ends[role]) && foreseenState(ends[role], role) === 'CLOSED';
}

/** A SYN,ACK of the connection that there is, again or for the first time. */
function answersThisOpening({ ends, traces }: Connection, { seq }: Segment, from: Role): boolean {
  return traces[from].syn === seq || wasNeverOpened(ends[from]) || OPENING.includes(foreseenState(ends[from], from));
}

/** A SYN again, or the other one of a simultaneous open. */
function opensThis({ ends, traces }: Connection, { seq }: Segment, from: Role, isFree: boolean): boolean {
  const peer = otherRole(from);
  const isSimultaneous = wasNeverOpened(ends[from]) && foreseenState(ends[peer], peer) === 'SYN_SENT';
  // A refusal that was lost: the SYN comes again.
  const isOpen = !isFree || wasNeverOpened(ends[peer]);
  return isSimultaneous || (traces[from].syn === seq && isOpen);
}

/** A SYN that is no answer to one. */
export function isSyn(segment: Segment): boolean {
  return has(segment, 'SYN') && !has(segment, 'ACK');
}

export function isSameSyn(segment: Segment, syn: Segment): boolean {
  return isSyn(segment) && segment.seq === syn.seq;
}

/** SYN_SENT answers the challenge ACK of a connection that its host has forgotten (RFC 9293 Figure 9). */
export function isAnsweredByReset(challenge: Segment, { flags, seq, ack }: Segment): boolean {
  return flags.includes('RST') && ack === null && seq === challenge.ack;
}

/** What follows a doubtful SYN: whether the SYN turns out to have begun a new connection. */
export function takesForNew(segment: Segment, syn: Segment, isAnswer: boolean): boolean {
  if (isSyn(segment)) return true;
  return isAnswer ? segment.ack === segmentEnd(syn) || segment.ack === dataStart(syn) : segment.seq === segmentEnd(syn);
}
