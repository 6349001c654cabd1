/**
 * What a capture shows about the receipt of a segment. A capture is made at one place: it shows that a segment was sent, never
 * that it arrived. That is told by what its receiver sends next. `docs/captures.md` names the limits.
 */
import { segmentEnd, segmentLength, type Endpoint } from '#game/tcp/endpoint.ts';
import { add, isAtOrBefore, isBefore } from '#game/tcp/sequence.ts';
import type { Segment } from '#game/tcp/vocabulary.ts';
import { isGone } from './end.ts';

/** "late": it had not arrived by then, and may have later. */
export type Verdict = 'received' | 'late' | 'lost';

/**
 * Whether the receiver had the segment when it sent `next`. An acknowledgment number is the receiver's RCV.NXT at that moment,
 * so that it tells exactly which numbers had arrived.
 */
export function isUnacknowledgedBy(next: Segment, segment: Segment, before: Endpoint): boolean {
  if (next.ack === null || segment.flags.includes('SYN') || isGone(before.state) || before.state === 'SYN_SENT') return false;
  const end = segmentEnd(segment);
  return segmentLength(segment) > 0 && isBefore(before.rcvNxt, end) && isBefore(next.ack, end);
}

/** The SYN,ACK takes the SYN, and as much of its data as it likes (RFC 7413 §3). */
export function answersSyn({ ack }: Segment, syn: Segment): boolean {
  return ack !== null && isBefore(syn.seq, ack) && isAtOrBefore(ack, segmentEnd(syn));
}

export type Sending = {
  readonly segment: Segment;
  /** It is sent for the first time, and others came before it. */
  readonly isOvertaken: boolean;
  /** A SYN,ACK is under way to its sender. */
  readonly hasSynAck: boolean;
};

/** The same, where it hangs on what the segment did to the receiver. */
export function judge({ segment: next, isOvertaken, hasSynAck }: Sending, segment: Segment, before: Endpoint, after: Endpoint): Verdict {
  const takesNumbers = segmentLength(segment) > 0;
  if (next.ack !== null && after.rcvNxt !== before.rcvNxt && !isGone(after.state) && isBefore(next.ack, after.rcvNxt)) return 'late';
  if (segment.flags.includes('SYN') && segment.ack === null) {
    // Both ends send one, and answer the other with SYN,ACK (RFC 9293 Figure 7). Who does not had only the other's SYN,ACK.
    if (next.flags.includes('SYN') && next.ack === null) return 'late';
    if (before.state === 'LISTEN' && next.flags.includes('SYN') && !answersSyn(next, segment)) return 'late';
    if (before.state === 'SYN_SENT' && hasSynAck && !next.flags.includes('SYN')) return 'lost';
  }
  if (!isOvertaken && sendsAgainWhatWasAcknowledged(next, segment, before)) {
    const isRefusal = before.state === 'SYN_SENT';
    return takesNumbers || (segment.flags.includes('RST') && !isRefusal) ? 'late' : 'lost';
  }
  const listensAgain = after.state === 'LISTEN' && next.flags.includes('SYN') && next.seq !== before.iss;
  if (isGone(after.state) && !isGone(before.state) && !next.flags.includes('RST') && !listensAgain) return 'late';
  return 'received';
}

function sendsAgainWhatWasAcknowledged(next: Segment, segment: Segment, before: Endpoint): boolean {
  const end = segmentEnd(next);
  return (
    segment.ack !== null &&
    segmentLength(next) > 0 &&
    !hasShapeOfKeepAlive(next, before.sndNxt) &&
    isBefore(before.sndUna, segment.ack) &&
    isAtOrBefore(segment.ack, before.sndNxt) &&
    isAtOrBefore(end, segment.ack) &&
    isAtOrBefore(end, before.sndNxt)
  );
}

/** A segment without data, or with one octet of rubbish, at SND.NXT-1 (RFC 9293 §3.8.4). */
export function hasShapeOfKeepAlive({ flags, seq, len }: Segment, sndNxt: number): boolean {
  return flags.length === 1 && flags[0] === 'ACK' && len <= 1 && seq === add(sndNxt, -1);
}
