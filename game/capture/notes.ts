/** What is remarkable about a segment, told from the numbers that both ends have used so far. */
import { segmentEnd, segmentLength } from '#game/tcp/endpoint.ts';
import { isBefore, isInWindow } from '#game/tcp/sequence.ts';
import type { RuleId } from '#game/tcp/rules.ts';
import { sameFlags, type Flag, type Segment } from '#game/tcp/vocabulary.ts';
import { wasNeverOpened, type End } from './end.ts';
import { hasShapeOfKeepAlive } from './evidence.ts';
import { isOvertaken } from './order.ts';
import { UNKNOWN_ROUND_TRIP, type RoundTrip } from './round-trip.ts';
import { isReply } from './send.ts';
import { isBareAck, isBehind, type LastSegment, type Trace } from './trace.ts';
import type { CapturedSegment, Note } from './vocabulary.ts';
import { WIDEST_WINDOW } from './window.ts';

export type Situation = {
  readonly seen: CapturedSegment;
  /** What the sender and the receiver have used before. */
  readonly own: Trace;
  readonly peer: Trace;
  /** The sender, with all that it had received when it sent this. */
  readonly end: End;
  readonly roundTrip: RoundTrip;
};

/** In this order: the first that fits is the one that is written down. */
export function noteOf(situation: Situation): Note | null {
  for (const [note, fits] of FITTING) if (fits(situation)) return note;
  return null;
}

const FITTING: readonly (readonly [Note, (situation: Situation) => boolean])[] = [
  ['captured twice', isCapturedTwice],
  ['connection refused', isRefusal],
  ['reset', ({ seen }) => has(seen.segment, 'RST')],
  ['window probe', ({ seen, own, peer }) => isProbe(seen.segment, own, peer)],
  ['keep-alive', ({ seen, own, peer }) => isKeepAlive(seen.segment, own, peer)],
  ['out of order', ({ seen, own, roundTrip }) => isOvertaken(seen, own, roundTrip)],
  ['retransmission', isSentAgain],
  ['simultaneous open', ({ seen, end }) => isCrossedBy(end, seen.segment, 'SYN')],
  ['simultaneous close', ({ seen, end }) => isCrossedBy(end, seen.segment, 'FIN')],
  [
    'previous segment not captured',
    ({ seen, own }) => own.next !== null && !has(seen.segment, 'SYN') && isBefore(own.next, seen.segment.seq),
  ],
  ['acknowledges what was not captured', ({ seen, peer }) => acknowledgesUnseen(seen.segment, peer)],
  ['challenge ACK', ({ seen, end }) => isBareAck(seen.segment) && end.fired.some((rule) => CHALLENGED_BY.includes(rule))],
  ['zero window', ({ seen }) => seen.window === 0 && !has(seen.segment, 'SYN')],
  ['keep-alive ACK', ({ seen, own, peer }) => repeatsAck(seen, own) && peer.last !== null && isKeepAlive(peer.last.segment, peer, own)],
  ['window update', ({ seen, own }) => repeatsAck(seen, own) && movesWindow(seen, own)],
  ['duplicate ACK', ({ seen, own }) => repeatsAck(seen, own)],
];

/** RFC 5961 §3.2, §4.2, §5.2. */
const CHALLENGED_BY: readonly RuleId[] = ['rst-in-window', 'challenge-syn', 'ack-of-unsent'];

function has({ flags }: Segment, flag: Flag): boolean {
  return flags.includes(flag);
}

/** SYN_SENT takes no RST but one that acknowledges its SYN (RFC 9293 §3.10.7.3). */
function isRefusal({ seen: { segment }, peer, end }: Situation): boolean {
  const isAnswer = wasNeverOpened(end) && end.fired.includes('closed-segment');
  return has(segment, 'RST') && isAnswer && segment.ack === peer.next;
}

/** The same packet at two places of the way, as when all interfaces of a host are captured. IPv6 has no identification, and hosts may leave it 0. */
function isCapturedTwice({ seen, own: { last }, roundTrip }: Situation): boolean {
  if (last === null || seen.identification !== last.identification) return false;
  if (seen.identification === 0 && !isTooSoon(seen, last, roundTrip)) return false;
  const { segment, window } = seen;
  const before = last.segment;
  const isSame = segment.seq === before.seq && segment.ack === before.ack && segment.len === before.len && window === last.window;
  return isSame && sameFlags(segment.flags, before.flags);
}

/** Nothing can make an end send its numbers again before a round trip is over. */
function isTooSoon({ time, segment }: CapturedSegment, last: LastSegment, { nanoseconds }: RoundTrip): boolean {
  if (time === null || last.time === null || segmentLength(segment) === 0) return false;
  const passed = time - last.time;
  return passed < nanoseconds && passed < UNKNOWN_ROUND_TRIP.nanoseconds;
}

/** RFC 9293 §3.8.6.1; Linux probes with an old number and no data. */
function isProbe(segment: Segment, own: Trace, peer: Trace): boolean {
  const isPeerFull = peer.last?.window === 0 && !has(peer.last.segment, 'RST') && own.next !== null;
  return isPeerFull && (hasShapeOfKeepAlive(segment, own.next) || (segment.len === 1 && !has(segment, 'FIN')));
}

/** RFC 9293 §3.8.4: nothing is unacknowledged, and there is nothing new. */
function isKeepAlive(segment: Segment, own: Trace, peer: Trace): boolean {
  return own.next !== null && hasShapeOfKeepAlive(segment, own.next) && peer.last?.segment.ack === own.next;
}

/** A SYN that becomes SYN,ACK once the other SYN has come is an answer (RFC 9293 Figure 7). */
function isSentAgain({ seen, own, end }: Situation): boolean {
  const isAnswer = has(seen.segment, 'SYN') && own.syn === seen.segment.seq && isReply(end, seen.segment);
  return isBehind(own, seen.segment) && !isAnswer;
}

function isCrossedBy(end: End, segment: Segment, flag: Flag): boolean {
  const crosses = end.late.some((passage) => has(passage.segment, flag));
  return has(segment, flag) && crosses && !(flag === 'SYN' && has(segment, 'ACK'));
}

function acknowledgesUnseen({ ack, flags }: Segment, peer: Trace): boolean {
  if (ack === null || peer.next === null || flags.includes('SYN')) return false;
  const isOctetOfProbe = peer.last !== null && ack === segmentEnd(peer.last.segment);
  return isBefore(peer.next, ack) && isInWindow(ack, peer.next, WIDEST_WINDOW) && !isOctetOfProbe;
}

function repeatsAck({ segment }: CapturedSegment, { last, next }: Trace): boolean {
  return isBareAck(segment) && last?.segment.ack === segment.ack && segment.seq === next;
}

/** The window of a SYN is not scaled, so that nothing compares with it; what acknowledges selectively is a duplicate (RFC 6675 §2). */
function movesWindow({ window, sack }: CapturedSegment, { last }: Trace): boolean {
  return last !== null && !has(last.segment, 'SYN') && last.window !== window && sack === null;
}
