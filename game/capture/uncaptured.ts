/** Segments that a capture does not hold and that must have been sent, because one that it holds could not have been sent otherwise. */
import type { Endpoint } from '#game/tcp/endpoint.ts';
import { add, isAtOrBefore, isBefore, isInWindow } from '#game/tcp/sequence.ts';
import { otherRole, type Role, type Segment } from '#game/tcp/vocabulary.ts';
import { isGone, wasNeverOpened, type End, type Passage } from './end.ts';
import { answersSyn } from './evidence.ts';
import { WIDEST_WINDOW } from './window.ts';

export type Uncaptured = { readonly from: Role; readonly segment: Segment };

/** What must have been sent before `role` could send the segment, in order. Only openings leave such traces that are certain. */
export function uncapturedBefore(segment: Segment, role: Role, ends: Readonly<Record<Role, End>>): readonly Uncaptured[] {
  const { flags, ack } = segment;
  const end = ends[role];
  const peer = otherRole(role);
  const { state } = end.endpoint;
  if (ack === null || flags.includes('RST')) return [];
  if (flags.includes('SYN')) return answersNothing(segment, end, role) ? [{ from: peer, segment: synBefore(ack) }] : [];
  if (state === 'SYN_SENT') return isUnderWay(end, role, hasSyn) ? [] : [{ from: peer, segment: synAckBefore(ack, end.endpoint) }];
  if (isGone(state))
    return confirmsSynOf(ends[peer].endpoint, ack) && wasNeverOpened(end) ? handshakeBefore(segment, role, ends[peer]) : [];
  return lacksAckOfSyn(segment, end, role) ? [{ from: peer, segment: ackOfSyn(end.endpoint) }] : [];
}

const hasSyn = (segment: Segment) => segment.flags.includes('SYN');

function isUnderWay(end: End, role: Role, is: (segment: Segment) => boolean): boolean {
  const fits = (passage: Passage) => passage.from !== role && is(passage.segment);
  return end.late.some(fits) || end.undecided.some(fits);
}

/** A SYN,ACK that no captured SYN asks for. */
function answersNothing(segment: Segment, end: End, role: Role): boolean {
  const isAsked = (other: Segment) => other.flags.includes('SYN') && answersSyn(segment, other);
  return (isGone(end.endpoint.state) || end.endpoint.state === 'SYN_SENT') && !isUnderWay(end, role, isAsked);
}

function synBefore(ack: number): Segment {
  return { flags: ['SYN'], seq: add(ack, -1), ack: null, len: 0 };
}

function synAckBefore(ack: number, { sndNxt }: Endpoint): Segment {
  return { flags: ['SYN', 'ACK'], seq: add(ack, -1), ack: sndNxt, len: 0 };
}

function confirmsSynOf({ state, iss, sndNxt }: Endpoint, ack: number): boolean {
  return state === 'SYN_SENT' && isBefore(iss, ack) && isAtOrBefore(ack, sndNxt);
}

function handshakeBefore({ seq }: Segment, role: Role, peer: End): readonly Uncaptured[] {
  const { iss } = peer.endpoint;
  const synAck: Segment = { flags: ['SYN', 'ACK'], seq: add(seq, -1), ack: add(iss, 1), len: 0 };
  const confirmation: Segment = { flags: ['ACK'], seq: add(iss, 1), ack: seq, len: 0 };
  return [
    { from: role, segment: synAck },
    { from: otherRole(role), segment: confirmation },
  ];
}

/** Data is sent from ESTABLISHED on, unless data was taken with the SYN (RFC 7413 §3). */
function lacksAckOfSyn({ len }: Segment, end: End, role: Role): boolean {
  const { state, irs, rcvNxt, sndUna } = end.endpoint;
  if (state !== 'SYN_RCVD' || len === 0 || rcvNxt !== add(irs, 1)) return false;
  return !isUnderWay(end, role, ({ ack }) => ack !== null && isBefore(sndUna, ack));
}

function ackOfSyn({ rcvNxt, sndNxt }: Endpoint): Segment {
  return { flags: ['ACK'], seq: rcvNxt, ack: sndNxt, len: 0 };
}

/** The end has sent at least what the other one acknowledges, unless that is further than any window reaches. */
export function sentAtLeast(end: End, { ack, flags }: Segment): void {
  const { state, finSeq, sndNxt } = end.endpoint;
  const isOpen = !isGone(state) && state !== 'SYN_SENT' && state !== 'SYN_RCVD' && finSeq === null;
  if (ack === null || !isOpen || flags.includes('RST')) return;
  if (isBefore(sndNxt, ack) && isInWindow(ack, sndNxt, WIDEST_WINDOW)) end.endpoint = { ...end.endpoint, sndNxt: ack };
}
