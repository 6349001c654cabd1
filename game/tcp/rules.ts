/**
 * The rules: RFC 9293 §3.10 as a table, one row a rule. The machine walks it, and everything that tells a player what is
 * right is drawn from it. `docs/RULES.md` says what of the RFC is left out.
 *
 * Within a stage the first row whose states and conditions fit is the one that fires; a stage where none fits is passed.
 */
import type { ActionName } from './actions.ts';
import type { Condition } from './conditions.ts';
import type { EventType, Signal, State } from './vocabulary.ts';

/**
 * The order in which an event is processed. "unsynchronised" is §3.10.7.1 to §3.10.7.3; from "sequence" to "fin" are the steps of
 * §3.10.7.4 that the game plays; "transmit" is what waited and may now go out.
 */
export const STAGES = ['call', 'timeout', 'unsynchronised', 'sequence', 'rst', 'syn', 'ack', 'data', 'fin', 'transmit'] as const;
export type Stage = (typeof STAGES)[number];

/**
 * What a rule sends. Data and FIN carry ACK. `RESET` is the RST of §3.10.7.1, whose form hangs on the ACK bit of what arrived;
 * `FRONT` is the segment at the front of the retransmission queue.
 */
export const REPLIES = ['nothing', 'SYN', 'SYN,ACK', 'ACK', 'DATA', 'FIN,ACK', 'RST', 'RST,ACK', 'RESET', 'FRONT', 'FRONT-SYN'] as const;
export type Reply = (typeof REPLIES)[number];

type Row = {
  readonly id: string;
  /** Of RFC 9293. */
  readonly section: string;
  readonly stage: Stage;
  readonly on: EventType;
  readonly states: readonly State[];
  /** All of them hold. */
  readonly when: readonly Condition[];
  readonly does: readonly ActionName[];
  readonly reply: Reply;
  readonly next: State | 'same';
  /** Processing goes on with this stage; where it is absent, the event is done. */
  readonly goesOn?: Stage;
  readonly signal?: Signal;
  /** Another defensible reading of what `insteadOf` decides: right as well, never canonical. */
  readonly insteadOf?: string;
  /** The row of the house rules that decides it. */
  readonly house?: string;
  /** "Nothing, stay" that most people get wrong: worth a whole move. */
  readonly hard?: true;
};

const SYNCHRONISED = ['ESTABLISHED', 'FIN_WAIT_1', 'FIN_WAIT_2', 'CLOSE_WAIT', 'CLOSING', 'LAST_ACK', 'TIME_WAIT'] as const;
const OTHER_STATES = ['SYN_RCVD', ...SYNCHRONISED] as const;
const WITHOUT_TIME_WAIT = ['ESTABLISHED', 'FIN_WAIT_1', 'FIN_WAIT_2', 'CLOSE_WAIT', 'CLOSING', 'LAST_ACK'] as const;
const RECEIVING = ['ESTABLISHED', 'FIN_WAIT_1', 'FIN_WAIT_2'] as const;
const PEER_HAS_CLOSED = ['CLOSE_WAIT', 'CLOSING', 'LAST_ACK'] as const;

// biome-ignore format: one row a line
const CALL_ROWS = [
  // §3.10.1 OPEN
  { id: 'closed-open-active', section: '3.10.1', stage: 'call', on: 'open-active', states: ['CLOSED'], when: [], does: ['becomeActive', 'chooseIss'], reply: 'SYN', next: 'SYN_SENT' },
  { id: 'closed-open-passive', section: '3.10.1', stage: 'call', on: 'open-passive', states: ['CLOSED'], when: [], does: ['becomePassive'], reply: 'nothing', next: 'LISTEN', hard: true },
  { id: 'listen-open-active', section: '3.10.1', stage: 'call', on: 'open-active', states: ['LISTEN'], when: [], does: ['becomeActive', 'chooseIss'], reply: 'SYN', next: 'SYN_SENT', house: 'R' },
  // §3.10.2 SEND
  { id: 'listen-send', section: '3.10.2', stage: 'call', on: 'send', states: ['LISTEN'], when: [], does: ['becomeActive', 'chooseIss', 'queueData'], reply: 'SYN', next: 'SYN_SENT', house: 'R' },
  { id: 'opening-send', section: '3.10.2', stage: 'call', on: 'send', states: ['SYN_SENT', 'SYN_RCVD'], when: [], does: ['queueData'], reply: 'nothing', next: 'same', hard: true },
  { id: 'send', section: '3.10.2', stage: 'call', on: 'send', states: ['ESTABLISHED', 'CLOSE_WAIT'], when: [], does: ['queueData'], reply: 'DATA', next: 'same' },
  // §3.10.4 CLOSE
  { id: 'listen-close', section: '3.10.4', stage: 'call', on: 'close', states: ['LISTEN'], when: [], does: [], reply: 'nothing', next: 'CLOSED' },
  { id: 'syn-sent-close', section: '3.10.4', stage: 'call', on: 'close', states: ['SYN_SENT'], when: [], does: [], reply: 'nothing', next: 'CLOSED' },
  { id: 'syn-rcvd-close-queued', section: '3.10.4', stage: 'call', on: 'close', states: ['SYN_RCVD'], when: ['dataIsQueued'], does: ['queueClose'], reply: 'nothing', next: 'same' },
  { id: 'syn-rcvd-close', section: '3.10.4', stage: 'call', on: 'close', states: ['SYN_RCVD'], when: [], does: [], reply: 'FIN,ACK', next: 'FIN_WAIT_1', house: 'I' },
  { id: 'established-close', section: '3.10.4', stage: 'call', on: 'close', states: ['ESTABLISHED'], when: [], does: [], reply: 'FIN,ACK', next: 'FIN_WAIT_1', house: 'M' },
  { id: 'close-wait-close', section: '3.10.4', stage: 'call', on: 'close', states: ['CLOSE_WAIT'], when: [], does: [], reply: 'FIN,ACK', next: 'LAST_ACK', house: 'M' },
  // §3.10.5 ABORT
  { id: 'early-abort', section: '3.10.5', stage: 'call', on: 'abort', states: ['LISTEN', 'SYN_SENT'], when: [], does: [], reply: 'nothing', next: 'CLOSED', signal: 'connection-reset' },
  { id: 'abort', section: '3.10.5', stage: 'call', on: 'abort', states: ['SYN_RCVD', 'ESTABLISHED', 'FIN_WAIT_1', 'FIN_WAIT_2', 'CLOSE_WAIT'], when: [], does: [], reply: 'RST', next: 'CLOSED', signal: 'connection-reset', house: 'C' },
  { id: 'abort-rst-ack', section: '3.10.5', stage: 'call', on: 'abort', states: ['SYN_RCVD', 'ESTABLISHED', 'FIN_WAIT_1', 'FIN_WAIT_2', 'CLOSE_WAIT'], when: [], does: [], reply: 'RST,ACK', next: 'CLOSED', signal: 'connection-reset', insteadOf: 'abort', house: 'M2' },
  { id: 'abort-time-wait', section: '3.3.2', stage: 'call', on: 'abort', states: ['SYN_RCVD', 'ESTABLISHED', 'FIN_WAIT_1', 'FIN_WAIT_2', 'CLOSE_WAIT'], when: [], does: [], reply: 'RST', next: 'TIME_WAIT', signal: 'connection-reset', insteadOf: 'abort', house: 'C' },
  { id: 'late-abort', section: '3.10.5', stage: 'call', on: 'abort', states: ['CLOSING', 'LAST_ACK', 'TIME_WAIT'], when: [], does: [], reply: 'nothing', next: 'CLOSED' },
] as const satisfies readonly Row[];

/** §3.10.7.1 to §3.10.7.3: there is no sequence number to check yet. */
// biome-ignore format: one row a line
const UNSYNCHRONISED_ROWS = [
  { id: 'closed-rst', section: '3.10.7.1', stage: 'unsynchronised', on: 'segment', states: ['CLOSED'], when: ['hasRst'], does: [], reply: 'nothing', next: 'same', hard: true },
  { id: 'closed-segment', section: '3.10.7.1', stage: 'unsynchronised', on: 'segment', states: ['CLOSED'], when: [], does: [], reply: 'RESET', next: 'same', house: 'M2' },

  { id: 'listen-rst', section: '3.10.7.2', stage: 'unsynchronised', on: 'segment', states: ['LISTEN'], when: ['hasRst'], does: [], reply: 'nothing', next: 'same', hard: true },
  { id: 'listen-ack', section: '3.10.7.2', stage: 'unsynchronised', on: 'segment', states: ['LISTEN'], when: ['hasAck'], does: [], reply: 'RESET', next: 'same', house: 'M2' },
  { id: 'listen-syn', section: '3.10.7.2', stage: 'unsynchronised', on: 'segment', states: ['LISTEN'], when: ['hasSyn'], does: ['learnIrs', 'chooseIss'], reply: 'SYN,ACK', next: 'SYN_RCVD' },
  { id: 'listen-other', section: '3.10.7.2', stage: 'unsynchronised', on: 'segment', states: ['LISTEN'], when: [], does: [], reply: 'nothing', next: 'same' },

  { id: 'syn-sent-bad-ack-rst', section: '3.10.7.3', stage: 'unsynchronised', on: 'segment', states: ['SYN_SENT'], when: ['acksWrongly', 'hasRst'], does: [], reply: 'nothing', next: 'same', house: 'D', hard: true },
  { id: 'syn-sent-bad-ack', section: '3.10.7.3', stage: 'unsynchronised', on: 'segment', states: ['SYN_SENT'], when: ['acksWrongly'], does: [], reply: 'RESET', next: 'same', house: 'M2' },
  { id: 'syn-sent-rst', section: '3.10.7.3', stage: 'unsynchronised', on: 'segment', states: ['SYN_SENT'], when: ['hasRst', 'hasAck'], does: [], reply: 'nothing', next: 'CLOSED', signal: 'connection-reset', house: 'D' },
  { id: 'syn-sent-rst-without-ack', section: '3.10.7.3', stage: 'unsynchronised', on: 'segment', states: ['SYN_SENT'], when: ['hasRst'], does: [], reply: 'nothing', next: 'same', house: 'D', hard: true },
  { id: 'syn-sent-syn-ack', section: '3.10.7.3', stage: 'unsynchronised', on: 'segment', states: ['SYN_SENT'], when: ['hasSyn', 'hasAck'], does: ['learnIrs', 'advanceUna'], reply: 'ACK', next: 'ESTABLISHED', goesOn: 'data' },
  { id: 'syn-sent-syn', section: '3.10.7.3', stage: 'unsynchronised', on: 'segment', states: ['SYN_SENT'], when: ['hasSyn'], does: ['learnIrs'], reply: 'SYN,ACK', next: 'SYN_RCVD' },
  { id: 'syn-sent-other', section: '3.10.7.3', stage: 'unsynchronised', on: 'segment', states: ['SYN_SENT'], when: [], does: [], reply: 'nothing', next: 'same' },
] as const satisfies readonly Row[];

/** §3.10.7.4, first: check sequence number. The exceptions stand before the general rows. */
// biome-ignore format: one row a line
const SEQUENCE_ROWS = [
  { id: 'syn-rcvd-crossed-syn-ack', section: '3.5', stage: 'sequence', on: 'segment', states: ['SYN_RCVD'], when: ['hasSyn', 'hasAck', 'noRst', 'openedActively', 'beginsAtIrs', 'acksNew'], does: ['advanceUna'], reply: 'nothing', next: 'ESTABLISHED', goesOn: 'data', house: 'A' },
  { id: 'syn-rcvd-crossed-syn-ack-acked', section: '3.10.7.4', stage: 'sequence', on: 'segment', states: ['SYN_RCVD'], when: ['hasSyn', 'hasAck', 'noRst', 'openedActively', 'beginsAtIrs', 'acksNew'], does: ['advanceUna'], reply: 'ACK', next: 'ESTABLISHED', goesOn: 'data', insteadOf: 'syn-rcvd-crossed-syn-ack', house: 'A' },
  { id: 'syn-rcvd-same-syn', section: '3.10.7.4', stage: 'sequence', on: 'segment', states: ['SYN_RCVD'], when: ['hasSyn', 'noAck', 'noRst', 'beginsAtIrs'], does: [], reply: 'ACK', next: 'same', house: 'E' },
  { id: 'syn-rcvd-same-syn-again', section: '3.8.1', stage: 'sequence', on: 'segment', states: ['SYN_RCVD'], when: ['hasSyn', 'noAck', 'noRst', 'beginsAtIrs'], does: [], reply: 'SYN,ACK', next: 'same', insteadOf: 'syn-rcvd-same-syn', house: 'E' },
  { id: 'time-wait-new-syn', section: '3.6.1', stage: 'sequence', on: 'segment', states: ['TIME_WAIT'], when: ['hasSyn', 'noAck', 'noRst', 'isNewerThanAllSeen'], does: ['becomePassive', 'learnIrs', 'chooseIss'], reply: 'SYN,ACK', next: 'SYN_RCVD', house: 'O' },
  { id: 'time-wait-new-syn-challenged', section: '3.10.7.4', stage: 'sequence', on: 'segment', states: ['TIME_WAIT'], when: ['hasSyn', 'noAck', 'noRst', 'isNewerThanAllSeen'], does: [], reply: 'ACK', next: 'same', insteadOf: 'time-wait-new-syn', house: 'O' },
  { id: 'time-wait-fin', section: '3.10.7.4', stage: 'sequence', on: 'segment', states: ['TIME_WAIT'], when: ['hasFin', 'hasAck', 'noSyn', 'noRst'], does: [], reply: 'ACK', next: 'same', house: 'B' },
  { id: 'time-wait-ack', section: '3.10.7.4', stage: 'sequence', on: 'segment', states: ['TIME_WAIT'], when: ['isBareAck'], does: [], reply: 'nothing', next: 'same', house: 'B2', hard: true },
  { id: 'old-fin', section: '3.10.7.4', stage: 'sequence', on: 'segment', states: PEER_HAS_CLOSED, when: ['unacceptable', 'hasFin', 'noSyn', 'noRst'], does: [], reply: 'ACK', next: 'same', house: 'H' },
  { id: 'unacceptable-rst', section: '3.10.7.4', stage: 'sequence', on: 'segment', states: OTHER_STATES, when: ['unacceptable', 'hasRst'], does: [], reply: 'nothing', next: 'same', house: 'F2', hard: true },
  { id: 'unacceptable', section: '3.10.7.4', stage: 'sequence', on: 'segment', states: OTHER_STATES, when: ['unacceptable'], does: [], reply: 'ACK', next: 'same' },
] as const satisfies readonly Row[];

/** §3.10.7.4, second and fourth: check the RST bit and the SYN bit, both as RFC 5961 has them. */
// biome-ignore format: one row a line
const RST_AND_SYN_ROWS = [
  { id: 'rst-in-window', section: '3.10.7.4', stage: 'rst', on: 'segment', states: OTHER_STATES, when: ['hasRst', 'isNotExact'], does: [], reply: 'ACK', next: 'same', house: 'F2' },
  { id: 'syn-rcvd-rst-passive', section: '3.10.7.4', stage: 'rst', on: 'segment', states: ['SYN_RCVD'], when: ['hasRst', 'openedPassively'], does: [], reply: 'nothing', next: 'LISTEN', house: 'D2' },
  { id: 'syn-rcvd-rst-active', section: '3.10.7.4', stage: 'rst', on: 'segment', states: ['SYN_RCVD'], when: ['hasRst'], does: [], reply: 'nothing', next: 'CLOSED', signal: 'connection-refused', house: 'D2' },
  { id: 'rst', section: '3.10.7.4', stage: 'rst', on: 'segment', states: ['ESTABLISHED', 'FIN_WAIT_1', 'FIN_WAIT_2', 'CLOSE_WAIT'], when: ['hasRst'], does: [], reply: 'nothing', next: 'CLOSED', signal: 'connection-reset', house: 'F2' },
  { id: 'late-rst', section: '3.10.7.4', stage: 'rst', on: 'segment', states: ['CLOSING', 'LAST_ACK'], when: ['hasRst'], does: [], reply: 'nothing', next: 'CLOSED' },
  { id: 'time-wait-rst', section: '3.10.7.4', stage: 'rst', on: 'segment', states: ['TIME_WAIT'], when: ['hasRst'], does: [], reply: 'nothing', next: 'CLOSED', house: 'G' },
  { id: 'time-wait-rst-ignored', section: '3.10.7.4', stage: 'rst', on: 'segment', states: ['TIME_WAIT'], when: ['hasRst'], does: [], reply: 'nothing', next: 'same', insteadOf: 'time-wait-rst', house: 'G' },

  { id: 'syn-rcvd-new-syn', section: '3.10.7.4', stage: 'syn', on: 'segment', states: ['SYN_RCVD'], when: ['hasSyn', 'openedPassively'], does: [], reply: 'nothing', next: 'LISTEN', house: 'E2' },
  { id: 'challenge-syn', section: '3.10.7.4', stage: 'syn', on: 'segment', states: OTHER_STATES, when: ['hasSyn'], does: [], reply: 'ACK', next: 'same', house: 'F' },
] as const satisfies readonly Row[];

/** §3.10.7.4, fifth: check the ACK field. */
// biome-ignore format: one row a line
const ACK_ROWS = [
  { id: 'no-ack', section: '3.10.7.4', stage: 'ack', on: 'segment', states: OTHER_STATES, when: ['noAck'], does: [], reply: 'nothing', next: 'same', hard: true },
  { id: 'syn-rcvd-ack', section: '3.10.7.4', stage: 'ack', on: 'segment', states: ['SYN_RCVD'], when: ['acksNew'], does: ['advanceUna'], reply: 'nothing', next: 'ESTABLISHED', goesOn: 'data' },
  { id: 'syn-rcvd-bad-ack', section: '3.10.7.4', stage: 'ack', on: 'segment', states: ['SYN_RCVD'], when: [], does: [], reply: 'RESET', next: 'same', house: 'Q' },
  { id: 'syn-rcvd-bad-ack-challenged', section: '3.10.7.4', stage: 'ack', on: 'segment', states: ['SYN_RCVD'], when: [], does: [], reply: 'ACK', next: 'same', insteadOf: 'syn-rcvd-bad-ack', house: 'Q' },
  { id: 'ack-of-unsent', section: '3.10.7.4', stage: 'ack', on: 'segment', states: WITHOUT_TIME_WAIT, when: ['acksBeyond'], does: [], reply: 'ACK', next: 'same' },
  { id: 'fin-wait-1-fin-acked', section: '3.10.7.4', stage: 'ack', on: 'segment', states: ['FIN_WAIT_1'], when: ['acksOurFin'], does: ['advanceUna'], reply: 'nothing', next: 'FIN_WAIT_2', goesOn: 'data' },
  { id: 'closing-fin-acked', section: '3.10.7.4', stage: 'ack', on: 'segment', states: ['CLOSING'], when: ['acksOurFin'], does: ['advanceUna'], reply: 'nothing', next: 'TIME_WAIT', house: 'J' },
  { id: 'last-ack-fin-acked', section: '3.10.7.4', stage: 'ack', on: 'segment', states: ['LAST_ACK'], when: ['acksOurFin'], does: ['advanceUna'], reply: 'nothing', next: 'CLOSED' },
  { id: 'time-wait-segment', section: '3.10.7.4', stage: 'ack', on: 'segment', states: ['TIME_WAIT'], when: [], does: [], reply: 'ACK', next: 'same' },
  { id: 'ack', section: '3.10.7.4', stage: 'ack', on: 'segment', states: WITHOUT_TIME_WAIT, when: ['acksNew'], does: ['advanceUna'], reply: 'nothing', next: 'same', goesOn: 'data' },
  { id: 'duplicate-ack', section: '3.10.7.4', stage: 'ack', on: 'segment', states: WITHOUT_TIME_WAIT, when: ['isDuplicateAck', 'isBareAck'], does: [], reply: 'nothing', next: 'same', hard: true },
] as const satisfies readonly Row[];

/** §3.10.7.4, seventh and eighth: process the segment text, check the FIN bit. */
// biome-ignore format: one row a line
const DATA_AND_FIN_ROWS = [
  { id: 'ahead-of-gap', section: '3.10.7.4', stage: 'data', on: 'segment', states: RECEIVING, when: ['isAheadOfGap'], does: ['hold'], reply: 'ACK', next: 'same', goesOn: 'transmit', house: 'P' },
  { id: 'ahead-of-gap-unacked', section: '3.10.7.4', stage: 'data', on: 'segment', states: RECEIVING, when: ['isAheadOfGap'], does: ['hold'], reply: 'nothing', next: 'same', goesOn: 'transmit', insteadOf: 'ahead-of-gap', house: 'P' },
  { id: 'data', section: '3.10.7.4', stage: 'data', on: 'segment', states: RECEIVING, when: ['hasNewData'], does: ['acceptData'], reply: 'ACK', next: 'same', goesOn: 'fin' },
  { id: 'data-after-fin', section: '3.10.7.4', stage: 'data', on: 'segment', states: PEER_HAS_CLOSED, when: ['hasData'], does: [], reply: 'nothing', next: 'same' },

  { id: 'established-fin', section: '3.10.7.4', stage: 'fin', on: 'segment', states: ['ESTABLISHED'], when: ['finIsNext'], does: ['acceptFin'], reply: 'ACK', next: 'CLOSE_WAIT', goesOn: 'transmit', signal: 'connection-closing', house: 'K' },
  { id: 'fin-wait-1-fin', section: '3.10.7.4', stage: 'fin', on: 'segment', states: ['FIN_WAIT_1'], when: ['finIsNext'], does: ['acceptFin'], reply: 'ACK', next: 'CLOSING', signal: 'connection-closing' },
  { id: 'fin-wait-1-fin-ack', section: '3.10.7.4', stage: 'fin', on: 'segment', states: ['FIN_WAIT_2'], when: ['finIsNext', 'cameFromFinWait1'], does: ['acceptFin'], reply: 'ACK', next: 'TIME_WAIT', signal: 'connection-closing', house: 'K' },
  { id: 'fin-wait-2-fin', section: '3.10.7.4', stage: 'fin', on: 'segment', states: ['FIN_WAIT_2'], when: ['finIsNext'], does: ['acceptFin'], reply: 'ACK', next: 'TIME_WAIT', signal: 'connection-closing' },
  { id: 'fin-after-fin', section: '3.10.7.4', stage: 'fin', on: 'segment', states: PEER_HAS_CLOSED, when: ['hasFin'], does: [], reply: 'ACK', next: 'same' },

  // What SEND and CLOSE left waiting (§3.10.2, §3.10.4: "queue for processing after entering ESTABLISHED state").
  { id: 'queued-data', section: '3.10.2', stage: 'transmit', on: 'segment', states: ['ESTABLISHED', 'CLOSE_WAIT'], when: ['dataIsQueued'], does: [], reply: 'DATA', next: 'same', goesOn: 'transmit' },
  { id: 'queued-close', section: '3.10.4', stage: 'transmit', on: 'segment', states: ['ESTABLISHED'], when: ['closeIsQueued'], does: [], reply: 'FIN,ACK', next: 'FIN_WAIT_1' },
  { id: 'queued-close-after-fin', section: '3.10.4', stage: 'transmit', on: 'segment', states: ['CLOSE_WAIT'], when: ['closeIsQueued'], does: [], reply: 'FIN,ACK', next: 'LAST_ACK' },
] as const satisfies readonly Row[];

/** §3.10.8 */
// biome-ignore format: one row a line
const TIMEOUT_ROWS = [
  { id: 'retransmit-syn', section: '3.10.8', stage: 'timeout', on: 'timeout', states: ['SYN_SENT'], when: ['retransmissionRanOut', 'somethingIsUnacked'], does: [], reply: 'FRONT', next: 'same' },
  { id: 'retransmit-syn-ack', section: '3.10.8', stage: 'timeout', on: 'timeout', states: ['SYN_RCVD'], when: ['retransmissionRanOut', 'somethingIsUnacked'], does: [], reply: 'FRONT', next: 'same', house: 'S' },
  { id: 'retransmit-syn-alone', section: '3.10.8', stage: 'timeout', on: 'timeout', states: ['SYN_RCVD'], when: ['retransmissionRanOut', 'somethingIsUnacked', 'openedActively'], does: [], reply: 'FRONT-SYN', next: 'same', insteadOf: 'retransmit-syn-ack', house: 'S' },
  { id: 'retransmit-fin', section: '3.10.8', stage: 'timeout', on: 'timeout', states: ['FIN_WAIT_1', 'CLOSING', 'LAST_ACK'], when: ['retransmissionRanOut', 'finIsFirstUnacked'], does: [], reply: 'FRONT', next: 'same', house: 'M' },
  { id: 'retransmit-data', section: '3.10.8', stage: 'timeout', on: 'timeout', states: ['ESTABLISHED', 'CLOSE_WAIT', 'FIN_WAIT_1', 'CLOSING', 'LAST_ACK'], when: ['retransmissionRanOut', 'somethingIsUnacked'], does: [], reply: 'FRONT', next: 'same' },
  { id: 'two-msl', section: '3.10.8', stage: 'timeout', on: 'timeout', states: ['TIME_WAIT'], when: ['twoMslRanOut'], does: [], reply: 'nothing', next: 'CLOSED' },
  { id: 'user-timeout', section: '3.10.8', stage: 'timeout', on: 'timeout', states: ['LISTEN', 'SYN_SENT', ...OTHER_STATES], when: ['userTimeoutRanOut'], does: [], reply: 'nothing', next: 'CLOSED', signal: 'user-timeout' },
] as const satisfies readonly Row[];

const ROWS = [
  ...CALL_ROWS,
  ...UNSYNCHRONISED_ROWS,
  ...SEQUENCE_ROWS,
  ...RST_AND_SYN_ROWS,
  ...ACK_ROWS,
  ...DATA_AND_FIN_ROWS,
  ...TIMEOUT_ROWS,
] as const;

export type RuleId = (typeof ROWS)[number]['id'];
export type Rule = Omit<Row, 'id' | 'insteadOf'> & { readonly id: RuleId; readonly insteadOf?: RuleId };

export const RULES: readonly Rule[] = ROWS;

const RULE_BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

export function ruleOf(id: RuleId): Rule {
  const rule = RULE_BY_ID.get(id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule;
}

/** The other readings that stand beside what a rule decides. */
export function readingsBeside(id: RuleId): readonly Rule[] {
  return RULES.filter((rule) => rule.insteadOf === id);
}
