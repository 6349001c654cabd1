/** The rules for timers: RFC 9293 §3.10.8. */
import { OTHER_STATES, type Row } from './rule.ts';

// biome-ignore format: one row a line
export const TIMEOUT_RULES = [
  { id: 'retransmit-syn', section: '3.10.8', stage: 'timeout', on: 'timeout', states: ['SYN_SENT'], when: ['retransmissionRanOut', 'somethingIsUnacked'], does: [], reply: 'FRONT', next: 'same' },
  { id: 'retransmit-syn-ack', section: '3.10.8', stage: 'timeout', on: 'timeout', states: ['SYN_RCVD', 'FIN_WAIT_1', 'CLOSING'], when: ['retransmissionRanOut', 'synIsFirstUnacked'], does: [], reply: 'FRONT', next: 'same', house: 'S' },
  { id: 'retransmit-syn-alone', section: '3.10.8', stage: 'timeout', on: 'timeout', states: ['SYN_RCVD'], when: ['retransmissionRanOut', 'synIsFirstUnacked', 'openedActively'], does: [], reply: 'FRONT-SYN', next: 'same', insteadOf: 'retransmit-syn-ack', house: 'S' },
  { id: 'retransmit-fin', section: '3.10.8', stage: 'timeout', on: 'timeout', states: ['FIN_WAIT_1', 'CLOSING', 'LAST_ACK'], when: ['retransmissionRanOut', 'finIsFirstUnacked'], does: [], reply: 'FRONT', next: 'same', house: 'M' },
  { id: 'retransmit-data', section: '3.10.8', stage: 'timeout', on: 'timeout', states: ['ESTABLISHED', 'CLOSE_WAIT', 'FIN_WAIT_1', 'CLOSING', 'LAST_ACK'], when: ['retransmissionRanOut', 'somethingIsUnacked'], does: [], reply: 'FRONT', next: 'same' },
  { id: 'zero-window-probe', section: '3.8.6.1', stage: 'timeout', on: 'timeout', states: ['ESTABLISHED', 'CLOSE_WAIT', 'FIN_WAIT_1', 'CLOSING'], when: ['retransmissionRanOut', 'dataIsQueued'], does: [], reply: 'PROBE', next: 'same' },
  { id: 'two-msl', section: '3.10.8', stage: 'timeout', on: 'timeout', states: ['TIME_WAIT'], when: ['twoMslRanOut'], does: [], reply: 'nothing', next: 'CLOSED' },
  { id: 'user-timeout', section: '3.10.8', stage: 'timeout', on: 'timeout', states: ['LISTEN', 'SYN_SENT', ...OTHER_STATES], when: ['userTimeoutRanOut'], does: [], reply: 'nothing', next: 'CLOSED', signal: 'user-timeout' },
] as const satisfies readonly Row[];
