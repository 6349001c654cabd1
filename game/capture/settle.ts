/** What an end had received, settled when it sends again: each segment counts as received at the earliest moment that the capture allows. */
import { dataStart, finNumber, segmentLength, type Endpoint } from '#game/tcp/endpoint.ts';
import { add, distance, isAtOrBefore, isBefore } from '#game/tcp/sequence.ts';
import type { Role, Segment, State } from '#game/tcp/vocabulary.ts';
import { commit, foresee, happen, isGone, takeOccurrences, wasNeverOpened, type End, type Passage } from './end.ts';
import { isUnacknowledgedBy, judge, type Sending } from './evidence.ts';
import type { CapturedSegment } from './vocabulary.ts';

/** What the end sends next; `null` where the capture shows nothing more of it. */
type Next = (Sending & Pick<CapturedSegment, 'sack'>) | null;

export function settle(end: End, role: Role, sends: Omit<NonNullable<Next>, 'hasSynAck'> | null): void {
  const { undecided, late } = end;
  const next = sends && { ...sends, hasSynAck: isAnswered(end, role) };
  if (next && wasNeverOpened(end) && isSynAck(next.segment)) happen(end, { type: 'open-passive' });
  end.undecided = [];
  end.late = [];
  const syns = late.filter(({ segment }) => isOvertakenSyn(end.endpoint, segment));
  for (const passage of late) {
    if (!syns.includes(passage)) receive(end, passage, next);
    if (undecided[0]) takeFrom(end, role, passage, undecided[0]);
  }
  for (const passage of undecided) {
    if (passage.from !== role) receive(end, passage, next);
    takeFrom(end, role, passage, passage);
    passage.states[role] = end.endpoint.state;
  }
  for (const passage of syns) {
    receive(end, passage, next);
    takeFrom(end, role, passage, undecided.at(-1) ?? passage);
  }
  if (next) catchUp(end, next.segment);
}

/** What `passage` did at the end belongs to the time after `since`. */
function takeFrom(end: End, role: Role, { line }: Passage, since: Passage): void {
  takeOccurrences(end, role, line?.frame ?? null, since.occurrences);
}

/** A SYN,ACK is under way to SYN_SENT. */
function isAnswered({ endpoint, late, undecided }: End, role: Role): boolean {
  return endpoint.state === 'SYN_SENT' && [...late, ...undecided].some(({ from, segment }) => from !== role && isSynAck(segment));
}

/** The state of the end if everything that was sent to it arrives. */
export function foreseenState(end: End, role: Role): State {
  const passages = [...end.late, ...end.undecided].filter((passage) => passage.from !== role && !passage.sentAgain);
  return passages.reduce((endpoint, { segment }) => foresee(endpoint, segment, 0).endpoint, end.endpoint).state;
}

/** An old duplicate came before it, and its RST returns the listener (RFC 9293 Figure 8). */
function isOvertakenSyn({ state, irs }: Endpoint, { flags, seq, ack }: Segment): boolean {
  return state === 'SYN_RCVD' && flags.includes('SYN') && ack === null && seq !== irs;
}

function isSynAck({ flags }: Segment): boolean {
  return flags.includes('SYN') && flags.includes('ACK');
}

function receive(end: End, passage: Passage, next: Next): void {
  const { segment } = passage;
  if (passage.sentAgain && !reportsTwice(next, segment)) passage.fate = 'lost';
  else if (next && isUnacknowledgedBy(next.segment, segment, end.endpoint)) end.late.push(passage);
  else weigh(end, passage, next);
}

function weigh(end: End, passage: Passage, next: Next): void {
  const { segment } = passage;
  if (next && hadGivenUp(end.endpoint, segment, next.segment)) happen(end, { type: 'close' });
  if (segment.flags.includes('FIN')) end.endpoint = beforeFin(end.endpoint, segment);
  const chosen = next?.segment.flags.includes('SYN') ? { iss: next.segment.seq } : {};
  const taken = foresee(end.endpoint, asTaken(end, segment), chosen.iss ?? 0);
  const judged = next ? judge(next, segment, end.endpoint, taken.endpoint) : 'received';
  const verdict = next && judged === 'received' && isBehindLateOne(end, segment) ? 'late' : judged;
  if (verdict === 'late') end.late.push(passage);
  else passage.fate = verdict;
  if (verdict === 'received') commit(end, taken, { type: 'segment', segment, ...chosen });
}

/** What takes no numbers is not seen to arrive: it is taken to arrive in the order in which it was sent. */
function isBehindLateOne({ late }: End, segment: Segment): boolean {
  return segmentLength(segment) === 0 && late.some((passage) => segmentLength(passage.segment) > 0);
}

/** SYN_SENT answers SYN,ACK with ACK, CLOSED with a RST that has no ACK (RFC 9293 §3.10.7.1): CLOSE was called before, and sends nothing. */
function hadGivenUp({ state, sndNxt }: Endpoint, segment: Segment, next: Segment): boolean {
  const isReset = next.flags.includes('RST') && next.ack === null && next.seq === segment.ack;
  return state === 'SYN_SENT' && isSynAck(segment) && segment.ack === sndNxt && isReset;
}

/** Where the number of the FIN was acknowledged before the FIN was captured, it was taken for data. */
function beforeFin(endpoint: Endpoint, segment: Segment): Endpoint {
  const fin = finNumber(segment);
  const isPast = fin !== null && RECEIVING.includes(endpoint.state) && isBefore(fin, endpoint.rcvNxt);
  return isPast ? { ...endpoint, rcvNxt: fin, held: [] } : endpoint;
}

/**
 * What an end sends to one that is gone draws a RST with its acknowledgment number. By the RFC it is dropped if more has arrived
 * in between: nothing shows that it had. Behind a FIN, Linux and others take it even so.
 */
function asTaken({ endpoint: { state, rcvNxt }, told }: End, segment: Segment): Segment {
  const isOfFin = segment.seq === add(rcvNxt, -1) && RECEIVED.includes(state);
  const isTaken = segment.flags.includes('RST') && !isGone(state) && (segment.seq === told || isOfFin);
  return isTaken ? { ...segment, seq: rcvNxt } : segment;
}

/** The states that the other FIN has been received in and ours is not acknowledged. */
const RECEIVED: readonly State[] = ['CLOSE_WAIT', 'LAST_ACK', 'CLOSING'];

/** The states that no FIN has been received in. */
const RECEIVING: readonly State[] = ['ESTABLISHED', 'FIN_WAIT_1', 'FIN_WAIT_2'];

/** The receiver says that it got the numbers twice (RFC 2883 §4: below the acknowledgment number): the first copy was not lost. */
function reportsTwice(next: Next, segment: Segment): boolean {
  if (!next?.sack || next.segment.ack === null) return false;
  const { from, to } = next.sack;
  return isAtOrBefore(to, next.segment.ack) && isAtOrBefore(from, segment.seq) && isBefore(segment.seq, to);
}

/** What the end acknowledges has arrived, whether it was captured or not. */
function catchUp(end: End, { flags, ack }: Segment): void {
  if (ack === null || flags.includes('RST') || isGone(end.endpoint.state) || end.endpoint.state === 'SYN_SENT') return;
  const { state } = end.endpoint;
  // Data that came with the SYN was taken as far as the SYN,ACK acknowledges it (RFC 7413 §4.2.2).
  if (flags.includes('SYN') && state === 'SYN_RCVD') end.endpoint = { ...end.endpoint, rcvNxt: ack, held: [] };
  for (let missing = gapBefore(end, ack); missing > 0; missing = gapBefore(end, ack)) {
    const { rcvNxt, sndUna, sndNxt, state } = end.endpoint;
    const segment: Segment = { flags: ['ACK'], seq: rcvNxt, ack: state === 'SYN_RCVD' ? sndNxt : sndUna, len: missing };
    commit(end, foresee(end.endpoint, segment, 0), { type: 'segment', segment });
    if (end.endpoint.rcvNxt === rcvNxt) return;
  }
}

/** How many octets below `ack` are missing before the next that are held. */
function gapBefore({ endpoint }: End, ack: number): number {
  const [next] = endpoint.held;
  const toHeld = next ? distance(endpoint.rcvNxt, dataStart(next)) : 0;
  const toAck = distance(endpoint.rcvNxt, ack);
  return toHeld > 0 ? Math.min(toHeld, toAck) : toAck;
}
