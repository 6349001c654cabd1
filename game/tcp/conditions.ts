/** The questions that the rules ask of an endpoint and of what happens to it. Every one is a sentence that is true or not. */
import { dataStart, finNumber, newOctets, segmentLength, type Endpoint } from './endpoint.ts';
import { add, isAtOrBefore, isBefore } from './sequence.ts';
import type { Flag, Segment, Seq, State, Timer } from './vocabulary.ts';
import { isAcceptable, offeredWindow, tellsWindow, usableWindow } from './window.ts';

export type Context = {
  readonly endpoint: Endpoint;
  /** What arrived; `NO_SEGMENT` where the event is a call or a timer. */
  readonly segment: Segment;
  /** The timer that ran out; null where the event is none. */
  readonly timer: Timer | null;
  /** The initial sequence number to take if one has to be chosen. */
  readonly iss: Seq;
  /** The state in which the event found the endpoint. */
  readonly began: State;
  /** What the event has sent so far. */
  readonly sent: readonly Segment[];
};

export const NO_SEGMENT: Segment = { flags: [], seq: 0, ack: null, len: 0 };

const has = (flag: Flag) => (context: Context) => context.segment.flags.includes(flag);
const acksBeyond = ({ endpoint, segment }: Context) => segment.ack !== null && !isAtOrBefore(segment.ack, endpoint.sndNxt);
const acksNew = ({ endpoint, segment }: Context) =>
  segment.ack !== null && isBefore(endpoint.sndUna, segment.ack) && isAtOrBefore(segment.ack, endpoint.sndNxt);

export const CONDITIONS = {
  hasSyn: has('SYN'),
  hasAck: has('ACK'),
  hasRst: has('RST'),
  hasFin: has('FIN'),
  noAck: (context) => !has('ACK')(context),
  noRst: (context) => !has('RST')(context),
  noSyn: (context) => !has('SYN')(context),

  /** Table 6 of §3.10.7.4 fails. */
  unacceptable: ({ endpoint, segment }) => !isAcceptable(endpoint, segment),
  isNotExact: ({ endpoint, segment }) => segment.seq !== endpoint.rcvNxt,
  /** SEG.SEQ = IRS: the number of the SYN that began the connection. */
  beginsAtIrs: ({ endpoint, segment }) => segment.seq === endpoint.irs,
  /** SEG.SEQ > RCV.NXT */
  isAheadOfGap: ({ endpoint, segment }) => segmentLength(segment) > 0 && isBefore(endpoint.rcvNxt, segment.seq),
  isNewerThanAllSeen: ({ endpoint, segment }) => isAtOrBefore(endpoint.rcvNxt, segment.seq),
  /** Larger than the largest number that this incarnation used, which is SND.NXT − 1 (§3.6.1). */
  issIsLarger: ({ endpoint, iss }) => isAtOrBefore(endpoint.sndNxt, iss),

  /** SND.UNA < SEG.ACK =< SND.NXT */
  acksNew,
  /** SEG.ACK > SND.NXT */
  acksBeyond,
  /** SEG.ACK =< ISS or SEG.ACK > SND.NXT (§3.10.7.3, first) */
  acksWrongly: (context) => context.segment.ack !== null && !acksNew(context),
  acksOurFin: (context) => acksNew(context) && context.endpoint.finSeq !== null && context.segment.ack === add(context.endpoint.finSeq, 1),
  /** The segment brings an acknowledgement and nothing else. */
  isBareAck: ({ segment }) => segment.flags.length === 1 && segment.flags[0] === 'ACK' && segment.len === 0,
  /** SEG.ACK =< SND.UNA */
  isDuplicateAck: ({ endpoint, segment }) => segment.ack !== null && isAtOrBefore(segment.ack, endpoint.sndUna),
  changesWindow: ({ endpoint, segment }) => tellsWindow(endpoint, segment) && offeredWindow(segment) !== endpoint.sndWnd,

  hasNewData: ({ endpoint, segment }) =>
    [segment, ...endpoint.held].some((one) => isAtOrBefore(dataStart(one), endpoint.rcvNxt) && newOctets(one, endpoint.rcvNxt) > 0),
  hasData: ({ segment }) => segment.len > 0,
  /** The number that is expected next is that of a FIN, of this segment or of one that was kept. */
  finIsNext: ({ endpoint, segment }) => [segment, ...endpoint.held].some((one) => finNumber(one) === endpoint.rcvNxt),

  openedPassively: ({ endpoint }) => endpoint.opened === 'passive',
  openedActively: ({ endpoint }) => endpoint.opened === 'active',
  reopened: ({ endpoint }) => endpoint.opened === 'reopened',
  cameFromFinWait1: ({ began }) => began === 'FIN_WAIT_1',

  windowIsOpen: ({ endpoint }) => usableWindow(endpoint) > 0,
  dataIsQueued: ({ endpoint }) => endpoint.queuedSends.length > 0,
  /** What a SEND hands over now has to wait: for the window, or for what waits already. */
  sendHasToWait: ({ endpoint }) => endpoint.queuedSends.length > 0 || usableWindow(endpoint) <= 0,
  /** Data is queued, or under way already with our SYN. */
  dataWasHandedOver: ({ endpoint }) => endpoint.queuedSends.length > 0 || endpoint.unacked.some((one) => one.len > 0),
  closeWaits: ({ endpoint }) => endpoint.queuedClose,
  closeIsQueued: ({ endpoint }) => endpoint.queuedClose && endpoint.queuedSends.length === 0,
  dataGoesOutNow: ({ sent }) => (sent.at(-1)?.len ?? 0) > 0,

  synIsFirstUnacked: ({ endpoint }) => endpoint.unacked[0]?.flags.includes('SYN') === true,
  finIsFirstUnacked: ({ endpoint }) => endpoint.unacked[0]?.flags.includes('FIN') === true,
  somethingIsUnacked: ({ endpoint }) => endpoint.unacked.length > 0,
  retransmissionRanOut: ({ timer }) => timer === 'retransmission',
  twoMslRanOut: ({ timer }) => timer === '2msl',
  userTimeoutRanOut: ({ timer }) => timer === 'user',
} as const satisfies Record<string, (context: Context) => boolean>;
export type Condition = keyof typeof CONDITIONS;
