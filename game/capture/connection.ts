/** A connection as it was captured: two ends, and what was seen to go from one to the other. */
import { segmentEnd, segmentLength } from '#game/tcp/endpoint.ts';
import { isAtOrBefore, isBefore } from '#game/tcp/sequence.ts';
import { otherRole, type Role, type Segment } from '#game/tcp/vocabulary.ts';
import { closedEnd, establishedEnd, forget, takeOccurrences, type End, type Passage, type PassageLine } from './end.ts';
import { noteOf } from './notes.ts';
import { isOvertaken } from './order.ts';
import { roundTripAfter, UNKNOWN_ROUND_TRIP, type RoundTrip } from './round-trip.ts';
import { isReply, send } from './send.ts';
import { settle } from './settle.ts';
import { acknowledged, EMPTY_TRACE, hasSyn, isBehind, relativeTo, traced, type Trace } from './trace.ts';
import { sentAtLeast, uncapturedBefore } from './uncaptured.ts';
import type { CapturedSegment, Note } from './vocabulary.ts';

export type Connection = {
  readonly number: number;
  readonly ends: Readonly<Record<Role, End>>;
  readonly traces: Record<Role, Trace>;
  roundTrip: RoundTrip;
  /** Those that are not told yet, oldest first. */
  untold: Passage[];
};

/** A connection that opens with this segment, or that the capture finds in the middle. The segment itself is yet to be observed. */
export function beginConnection(number: number, from: Role, first: Segment, tracing: boolean): Connection {
  const [known, told] = [first.seq, first.ack ?? 0];
  const [sender, receiver] = hasSyn(first)
    ? [closedEnd(tracing), closedEnd(tracing)]
    : [establishedEnd(known, told, tracing), establishedEnd(told, known, tracing)];
  const ends = from === 'client' ? { client: sender, server: receiver } : { client: receiver, server: sender };
  const traces = { client: EMPTY_TRACE, server: EMPTY_TRACE };
  return { number, ends, traces, roundTrip: UNKNOWN_ROUND_TRIP, untold: [] };
}

/** What is known of a segment beforehand: what is to be noted in the place of what the numbers say; that its sender has forgotten the connection. */
export type Hint = { readonly note?: Note; readonly forgot?: boolean };

export function observe(connection: Connection, seen: CapturedSegment, from: Role, { note, forgot = false }: Hint = {}): void {
  const { ends, traces, roundTrip } = connection;
  const peer = otherRole(from);
  for (const missing of uncapturedBefore(seen.segment, from, ends)) supply(connection, missing.segment, missing.from);
  sentAtLeast(ends[peer], seen.segment);
  settle(ends[from], from, { ...seen, isOvertaken: isOvertaken(seen, traces[from], roundTrip) });
  const remark = note ?? noteOf({ seen, own: traces[from], peer: traces[peer], end: ends[from], roundTrip });
  const occurrences = takeOccurrences(ends[from], from, null, []);
  if (forgot) forget(ends[from]);
  const segment = remark === 'window probe' ? { ...seen.segment, len: 0 } : seen.segment;
  if (isAgain(segment, remark, connection, from)) markSentAgain(ends[peer], from, segment);
  if (remark !== 'captured twice') send(ends[from], segment);
  leaveTrace(connection, seen, segment, from);
  takeOccurrences(ends[from], from, seen.frame, occurrences);
  pass(connection, { from, segment, line: lineOf(connection, seen, from, remark), occurrences });
}

/** Numbers that were used before: sent again, and not only the same numbers or the answer to a SYN. */
function isAgain(segment: Segment, remark: Note | null, { ends, traces }: Connection, from: Role): boolean {
  return isBehind(traces[from], segment) && !REPEATS_ONLY_NUMBERS.includes(remark) && !isReply(ends[from], segment);
}

const REPEATS_ONLY_NUMBERS: readonly (Note | null)[] = ['captured twice', 'keep-alive', 'window probe'];

/** What was not captured, as if it had been. */
function supply(connection: Connection, segment: Segment, from: Role): void {
  const { ends, traces } = connection;
  if (isOldSyn(ends[from], segment)) {
    // It is not told itself: what it does is told with what came before it.
    const { undecided } = ends[otherRole(from)];
    undecided.push(passageOf({ from, segment, line: null, occurrences: undecided.at(-1)?.occurrences ?? [] }));
    return;
  }
  settle(ends[from], from, { segment, sack: null, isOvertaken: false });
  send(ends[from], segment);
  traces[from] = traced(traces[from], segment, null);
  pass(connection, { from, segment, line: null, occurrences: takeOccurrences(ends[from], from, null, []) });
}

/** An old duplicate (RFC 9293 Figure 8): its sender knows nothing of it any more. */
function isOldSyn({ endpoint: { state, iss } }: End, segment: Segment): boolean {
  return state === 'SYN_SENT' && hasSyn(segment) && segment.seq !== iss;
}

function pass({ ends, untold }: Connection, sent: Sent): void {
  const passage = passageOf(sent);
  ends[sent.from].undecided = [passage];
  ends[otherRole(sent.from)].undecided.push(passage);
  untold.push(passage);
}

type Sent = Pick<Passage, 'from' | 'segment' | 'line' | 'occurrences'>;

function passageOf(sent: Sent): Passage {
  return { ...sent, states: {}, fate: 'under way', sentAgain: false };
}

/** What is sent again before it was acknowledged was lost, as far as the capture shows. */
function markSentAgain(receiver: End, from: Role, again: Segment): void {
  for (const passage of [...receiver.late, ...receiver.undecided])
    if (passage.from === from && passage.fate === 'under way' && repeats(again, passage.segment)) passage.sentAgain = true;
}

/** The first number is in it once more. A SYN,ACK is not the SYN again that came before the other SYN (RFC 9293 Figure 7). */
function repeats(again: Segment, segment: Segment): boolean {
  const isSameKind = !hasSyn(segment) || (again.ack === null) === (segment.ack === null);
  const isInside = isAtOrBefore(again.seq, segment.seq) && isBefore(segment.seq, segmentEnd(again));
  return segmentLength(segment) > 0 && isInside && isSameKind;
}

/** A SYN that is not the one that opened the connection tells nothing about its numbers; `segment` is without the octet of a probe. */
function leaveTrace(connection: Connection, seen: CapturedSegment, segment: Segment, from: Role): void {
  const { ends, traces } = connection;
  const { time, window, identification } = seen;
  const peer = otherRole(from);
  const isStray = hasSyn(segment) && ends[from].endpoint.iss !== segment.seq;
  traces[from] = isStray
    ? traces[from]
    : { ...traced(traces[from], segment, time), last: { segment: seen.segment, window, identification, time } };
  if (segment.ack !== null) traces[peer] = acknowledged(traces[peer], segment.ack, time);
  connection.roundTrip = roundTripAfter(connection.roundTrip, seen, from);
}

function lineOf({ traces }: Connection, { frame, time, segment }: CapturedSegment, from: Role, note: Note | null): PassageLine {
  const seq = relativeTo(traces[from].first, segment.seq);
  const ack = segment.ack === null ? null : relativeTo(traces[otherRole(from)].first, segment.ack);
  return { frame, time, seq, ack, len: segment.len, note };
}
