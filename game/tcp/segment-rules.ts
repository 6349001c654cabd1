/** The rules for a segment that arrives: RFC 9293 §3.10.7. */
import { OTHER_STATES, type Row } from './rule.ts';

const WITHOUT_TIME_WAIT = ['ESTABLISHED', 'FIN_WAIT_1', 'FIN_WAIT_2', 'CLOSE_WAIT', 'CLOSING', 'LAST_ACK'] as const;
const RECEIVING = ['ESTABLISHED', 'FIN_WAIT_1', 'FIN_WAIT_2'] as const;
const PEER_HAS_CLOSED = ['CLOSE_WAIT', 'CLOSING', 'LAST_ACK'] as const;
/** Where the text and the FIN bit are looked at after the peer's FIN: a segment that CLOSING does not ignore has led to TIME_WAIT. */
const AFTER_FIN = ['CLOSE_WAIT', 'LAST_ACK', 'TIME_WAIT'] as const;

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
  { id: 'syn-sent-syn-ack', section: '3.10.7.3', stage: 'unsynchronised', on: 'segment', states: ['SYN_SENT'], when: ['hasSyn', 'hasAck'], does: ['learnIrs', 'advanceUna', 'learnWindow'], reply: 'ACK', next: 'ESTABLISHED', goesOn: 'data' },
  { id: 'syn-sent-syn', section: '3.10.7.3', stage: 'unsynchronised', on: 'segment', states: ['SYN_SENT'], when: ['hasSyn'], does: ['learnIrs', 'learnWindow'], reply: 'SYN,ACK', next: 'SYN_RCVD' },
  { id: 'syn-sent-other', section: '3.10.7.3', stage: 'unsynchronised', on: 'segment', states: ['SYN_SENT'], when: [], does: [], reply: 'nothing', next: 'same' },
] as const satisfies readonly Row[];

/** §3.10.7.4, first: check sequence number. The exceptions stand before the general rows. */
// biome-ignore format: one row a line
const SEQUENCE_ROWS = [
  { id: 'syn-rcvd-crossed-syn-ack', section: '3.5', stage: 'sequence', on: 'segment', states: ['SYN_RCVD'], when: ['hasSyn', 'hasAck', 'noRst', 'openedActively', 'beginsAtIrs', 'acksNew'], does: ['advanceUna', 'learnWindow'], reply: 'nothing', next: 'ESTABLISHED', goesOn: 'data', house: 'A' },
  { id: 'syn-rcvd-crossed-syn-ack-acked', section: '3.10.7.4', stage: 'sequence', on: 'segment', states: ['SYN_RCVD'], when: ['hasSyn', 'hasAck', 'noRst', 'openedActively', 'beginsAtIrs', 'acksNew'], does: ['advanceUna', 'learnWindow'], reply: 'ACK', next: 'ESTABLISHED', goesOn: 'data', insteadOf: 'syn-rcvd-crossed-syn-ack', house: 'A' },
  { id: 'syn-rcvd-same-syn', section: '3.10.7.4', stage: 'sequence', on: 'segment', states: ['SYN_RCVD'], when: ['hasSyn', 'noAck', 'noRst', 'beginsAtIrs'], does: [], reply: 'ACK', next: 'same', house: 'E' },
  { id: 'syn-rcvd-same-syn-again', section: '3.8.1', stage: 'sequence', on: 'segment', states: ['SYN_RCVD'], when: ['hasSyn', 'noAck', 'noRst', 'beginsAtIrs'], does: [], reply: 'SYN,ACK', next: 'same', insteadOf: 'syn-rcvd-same-syn', house: 'E' },
  { id: 'time-wait-new-syn', section: '3.6.1', stage: 'sequence', on: 'segment', states: ['TIME_WAIT'], when: ['hasSyn', 'noAck', 'noRst', 'isNewerThanAllSeen', 'issIsLarger'], does: ['reopen', 'learnIrs', 'chooseIss'], reply: 'SYN,ACK', next: 'SYN_RCVD', house: 'O' },
  { id: 'time-wait-new-syn-challenged', section: '3.10.7.4', stage: 'sequence', on: 'segment', states: ['TIME_WAIT'], when: ['hasSyn', 'noAck', 'noRst', 'isNewerThanAllSeen', 'issIsLarger'], does: [], reply: 'ACK', next: 'same', insteadOf: 'time-wait-new-syn', house: 'O' },
  { id: 'time-wait-fin', section: '3.10.7.4', stage: 'sequence', on: 'segment', states: ['TIME_WAIT'], when: ['hasFin', 'hasAck', 'noSyn', 'noRst'], does: [], reply: 'ACK', next: 'same', house: 'B' },
  { id: 'time-wait-ack', section: '3.10.7.4', stage: 'sequence', on: 'segment', states: ['TIME_WAIT'], when: ['isBareAck'], does: [], reply: 'nothing', next: 'same', house: 'B2', hard: true },
  { id: 'old-fin', section: '3.10.7.4', stage: 'sequence', on: 'segment', states: PEER_HAS_CLOSED, when: ['unacceptable', 'hasFin', 'noSyn', 'noRst'], does: [], reply: 'ACK', next: 'same', house: 'H' },
  { id: 'unacceptable-rst', section: '3.10.7.4', stage: 'sequence', on: 'segment', states: OTHER_STATES, when: ['unacceptable', 'hasRst'], does: [], reply: 'nothing', next: 'same', house: 'F2', hard: true },
  { id: 'syn-rcvd-unacceptable-ack', section: '3.10.7.4', stage: 'sequence', on: 'segment', states: ['SYN_RCVD'], when: ['unacceptable', 'acksWrongly'], does: [], reply: 'ACK', next: 'same', house: 'Q' },
  { id: 'syn-rcvd-unacceptable-ack-reset', section: '3.5.2', stage: 'sequence', on: 'segment', states: ['SYN_RCVD'], when: ['unacceptable', 'acksWrongly'], does: [], reply: 'RESET', next: 'same', insteadOf: 'syn-rcvd-unacceptable-ack', house: 'Q' },
  { id: 'unacceptable', section: '3.10.7.4', stage: 'sequence', on: 'segment', states: OTHER_STATES, when: ['unacceptable'], does: [], reply: 'ACK', next: 'same' },
] as const satisfies readonly Row[];

/** §3.10.7.4, second and fourth: check the RST bit and the SYN bit, both as RFC 5961 has them. */
// biome-ignore format: one row a line
const RST_AND_SYN_ROWS = [
  { id: 'rst-in-window', section: '3.10.7.4', stage: 'rst', on: 'segment', states: OTHER_STATES, when: ['hasRst', 'isNotExact'], does: [], reply: 'ACK', next: 'same', house: 'F2' },
  { id: 'syn-rcvd-rst-reopened', section: '3.6.1', stage: 'rst', on: 'segment', states: ['SYN_RCVD'], when: ['hasRst', 'reopened'], does: ['returnToFormer'], reply: 'nothing', next: 'TIME_WAIT', house: 'O' },
  { id: 'syn-rcvd-rst-passive', section: '3.10.7.4', stage: 'rst', on: 'segment', states: ['SYN_RCVD'], when: ['hasRst', 'openedPassively'], does: [], reply: 'nothing', next: 'LISTEN', house: 'D2' },
  { id: 'syn-rcvd-rst-active', section: '3.10.7.4', stage: 'rst', on: 'segment', states: ['SYN_RCVD'], when: ['hasRst'], does: [], reply: 'nothing', next: 'CLOSED', signal: 'connection-refused', house: 'D2' },
  { id: 'rst', section: '3.10.7.4', stage: 'rst', on: 'segment', states: ['ESTABLISHED', 'FIN_WAIT_1', 'FIN_WAIT_2', 'CLOSE_WAIT'], when: ['hasRst'], does: [], reply: 'nothing', next: 'CLOSED', signal: 'connection-reset', house: 'F2' },
  { id: 'late-rst', section: '3.10.7.4', stage: 'rst', on: 'segment', states: ['CLOSING', 'LAST_ACK'], when: ['hasRst'], does: [], reply: 'nothing', next: 'CLOSED' },
  { id: 'time-wait-rst', section: '3.10.7.4', stage: 'rst', on: 'segment', states: ['TIME_WAIT'], when: ['hasRst'], does: [], reply: 'nothing', next: 'CLOSED', house: 'G' },
  { id: 'time-wait-rst-ignored', section: '3.10.7.4', stage: 'rst', on: 'segment', states: ['TIME_WAIT'], when: ['hasRst'], does: [], reply: 'nothing', next: 'same', insteadOf: 'time-wait-rst', house: 'G' },

  { id: 'syn-rcvd-new-syn', section: '3.10.7.4', stage: 'syn', on: 'segment', states: ['SYN_RCVD'], when: ['hasSyn', 'openedPassively'], does: [], reply: 'nothing', next: 'LISTEN', house: 'E2' },
  { id: 'challenge-syn', section: '3.10.7.4', stage: 'syn', on: 'segment', states: OTHER_STATES, when: ['hasSyn'], does: [], reply: 'ACK', next: 'same', house: 'F' },
] as const satisfies readonly Row[];

/** §3.10.7.4, fifth: check the ACK field. Whoever goes on to the data has noted the window that the segment offers. */
// biome-ignore format: one row a line
const ACK_ROWS = [
  { id: 'no-ack', section: '3.10.7.4', stage: 'ack', on: 'segment', states: OTHER_STATES, when: ['noAck'], does: [], reply: 'nothing', next: 'same', hard: true },
  { id: 'syn-rcvd-ack', section: '3.10.7.4', stage: 'ack', on: 'segment', states: ['SYN_RCVD'], when: ['acksNew'], does: ['advanceUna', 'learnWindow'], reply: 'nothing', next: 'ESTABLISHED', goesOn: 'data' },
  { id: 'syn-rcvd-bad-ack', section: '3.10.7.4', stage: 'ack', on: 'segment', states: ['SYN_RCVD'], when: [], does: [], reply: 'RESET', next: 'same', house: 'Q' },
  { id: 'syn-rcvd-bad-ack-challenged', section: '3.10.7.4', stage: 'ack', on: 'segment', states: ['SYN_RCVD'], when: [], does: [], reply: 'ACK', next: 'same', insteadOf: 'syn-rcvd-bad-ack', house: 'Q' },
  { id: 'ack-of-unsent', section: '3.10.7.4', stage: 'ack', on: 'segment', states: WITHOUT_TIME_WAIT, when: ['acksBeyond'], does: [], reply: 'ACK', next: 'same' },
  { id: 'fin-wait-1-fin-acked', section: '3.10.7.4', stage: 'ack', on: 'segment', states: ['FIN_WAIT_1'], when: ['acksOurFin'], does: ['advanceUna'], reply: 'nothing', next: 'FIN_WAIT_2', goesOn: 'data' },
  { id: 'closing-fin-acked', section: '3.10.7.4', stage: 'ack', on: 'segment', states: ['CLOSING'], when: ['acksOurFin'], does: ['advanceUna'], reply: 'nothing', next: 'TIME_WAIT', goesOn: 'data', house: 'J' },
  { id: 'last-ack-fin-acked', section: '3.10.7.4', stage: 'ack', on: 'segment', states: ['LAST_ACK'], when: ['acksOurFin'], does: ['advanceUna'], reply: 'nothing', next: 'CLOSED' },
  { id: 'time-wait-segment', section: '3.10.7.4', stage: 'ack', on: 'segment', states: ['TIME_WAIT'], when: [], does: [], reply: 'ACK', next: 'same' },
  { id: 'ack', section: '3.10.7.4', stage: 'ack', on: 'segment', states: WITHOUT_TIME_WAIT, when: ['acksNew'], does: ['advanceUna'], reply: 'nothing', next: 'same', goesOn: 'data' },
  { id: 'window-update', section: '3.10.7.4', stage: 'ack', on: 'segment', states: WITHOUT_TIME_WAIT, when: ['isDuplicateAck', 'isBareAck', 'changesWindow'], does: [], reply: 'nothing', next: 'same', goesOn: 'data' },
  { id: 'duplicate-ack', section: '3.10.7.4', stage: 'ack', on: 'segment', states: WITHOUT_TIME_WAIT, when: ['isDuplicateAck', 'isBareAck'], does: [], reply: 'nothing', next: 'same', goesOn: 'data', hard: true },
  { id: 'closing-ignored', section: '3.10.7.4', stage: 'ack', on: 'segment', states: ['CLOSING'], when: ['isDuplicateAck'], does: [], reply: 'nothing', next: 'same', goesOn: 'data' },
] as const satisfies readonly Row[];

/** §3.10.7.4, seventh and eighth: process the segment text, check the FIN bit. */
// biome-ignore format: one row a line
const DATA_AND_FIN_ROWS = [
  { id: 'data', section: '3.10.7.4', stage: 'data', on: 'segment', states: RECEIVING, when: ['hasNewData'], does: ['acceptData'], reply: 'ACK', next: 'same', goesOn: 'fin' },
  { id: 'ahead-of-gap', section: '3.10.7.4', stage: 'data', on: 'segment', states: RECEIVING, when: ['isAheadOfGap'], does: ['hold'], reply: 'ACK', next: 'same', goesOn: 'fin', house: 'P' },
  { id: 'ahead-of-gap-unacked', section: '3.10.7.4', stage: 'data', on: 'segment', states: RECEIVING, when: ['isAheadOfGap'], does: ['hold'], reply: 'nothing', next: 'same', goesOn: 'fin', insteadOf: 'ahead-of-gap', house: 'P' },
  { id: 'data-after-fin', section: '3.10.7.4', stage: 'data', on: 'segment', states: AFTER_FIN, when: ['hasData'], does: [], reply: 'nothing', next: 'same', goesOn: 'fin' },

  { id: 'established-fin', section: '3.10.7.4', stage: 'fin', on: 'segment', states: ['ESTABLISHED'], when: ['finIsNext'], does: ['acceptFin'], reply: 'ACK', next: 'CLOSE_WAIT', goesOn: 'transmit', signal: 'connection-closing', house: 'K' },
  { id: 'fin-wait-1-fin', section: '3.10.7.4', stage: 'fin', on: 'segment', states: ['FIN_WAIT_1'], when: ['finIsNext'], does: ['acceptFin'], reply: 'ACK', next: 'CLOSING', goesOn: 'transmit', signal: 'connection-closing' },
  { id: 'fin-wait-1-fin-ack', section: '3.10.7.4', stage: 'fin', on: 'segment', states: ['FIN_WAIT_2'], when: ['finIsNext', 'cameFromFinWait1'], does: ['acceptFin'], reply: 'ACK', next: 'TIME_WAIT', signal: 'connection-closing', house: 'K' },
  { id: 'fin-wait-2-fin', section: '3.10.7.4', stage: 'fin', on: 'segment', states: ['FIN_WAIT_2'], when: ['finIsNext'], does: ['acceptFin'], reply: 'ACK', next: 'TIME_WAIT', signal: 'connection-closing' },
  { id: 'fin-after-fin', section: '3.10.7.4', stage: 'fin', on: 'segment', states: AFTER_FIN, when: ['hasFin'], does: [], reply: 'ACK', next: 'same', goesOn: 'transmit' },
] as const satisfies readonly Row[];

/** What SEND and CLOSE left waiting (§3.10.2, §3.10.4), for ESTABLISHED or for the window. */
// biome-ignore format: one row a line
const TRANSMIT_ROWS = [
  { id: 'queued-data', section: '3.10.2', stage: 'transmit', on: 'segment', states: ['ESTABLISHED', 'CLOSE_WAIT', 'FIN_WAIT_1', 'CLOSING'], when: ['dataIsQueued', 'windowIsOpen'], does: [], reply: 'DATA', next: 'same', goesOn: 'transmit' },
  { id: 'queued-close', section: '3.10.4', stage: 'transmit', on: 'segment', states: ['ESTABLISHED'], when: ['closeIsQueued'], does: [], reply: 'FIN,ACK', next: 'FIN_WAIT_1', house: 'N' },
  { id: 'queued-close-on-data', section: '3.4', stage: 'transmit', on: 'segment', states: ['ESTABLISHED'], when: ['closeIsQueued', 'dataGoesOutNow'], does: [], reply: 'FIN-ON-DATA', next: 'FIN_WAIT_1', insteadOf: 'queued-close', house: 'N' },
  { id: 'queued-close-behind-data', section: '3.10.4', stage: 'transmit', on: 'segment', states: ['ESTABLISHED'], when: ['closeWaits'], does: [], reply: 'nothing', next: 'FIN_WAIT_1' },
  { id: 'queued-close-after-fin', section: '3.10.4', stage: 'transmit', on: 'segment', states: ['CLOSE_WAIT'], when: ['closeIsQueued'], does: [], reply: 'FIN,ACK', next: 'LAST_ACK', house: 'N' },
  { id: 'queued-close-after-fin-on-data', section: '3.4', stage: 'transmit', on: 'segment', states: ['CLOSE_WAIT'], when: ['closeIsQueued', 'dataGoesOutNow'], does: [], reply: 'FIN-ON-DATA', next: 'LAST_ACK', insteadOf: 'queued-close-after-fin', house: 'N' },
  { id: 'queued-fin', section: '3.10.4', stage: 'transmit', on: 'segment', states: ['FIN_WAIT_1', 'CLOSING'], when: ['closeIsQueued'], does: [], reply: 'FIN,ACK', next: 'same', house: 'N' },
  { id: 'queued-fin-on-data', section: '3.4', stage: 'transmit', on: 'segment', states: ['FIN_WAIT_1', 'CLOSING'], when: ['closeIsQueued', 'dataGoesOutNow'], does: [], reply: 'FIN-ON-DATA', next: 'same', insteadOf: 'queued-fin', house: 'N' },
] as const satisfies readonly Row[];

export const SEGMENT_RULES = [
  ...UNSYNCHRONISED_ROWS,
  ...SEQUENCE_ROWS,
  ...RST_AND_SYN_ROWS,
  ...ACK_ROWS,
  ...DATA_AND_FIN_ROWS,
  ...TRANSMIT_ROWS,
] as const;
