/** The rules for calls of the application: RFC 9293 §3.10.1 to §3.10.6. */
import { OTHER_STATES, type Row } from './rule.ts';

/** §3.10.2, §3.10.4: our FIN is out, or on its way out. */
const OWN_FIN_SENT = ['FIN_WAIT_1', 'FIN_WAIT_2', 'CLOSING', 'LAST_ACK', 'TIME_WAIT'] as const;
const ABORTABLE = ['SYN_RCVD', 'ESTABLISHED', 'FIN_WAIT_1', 'FIN_WAIT_2', 'CLOSE_WAIT'] as const;

// biome-ignore format: one row a line
export const CALL_RULES = [
  // §3.10.1 OPEN
  { id: 'closed-open-active', section: '3.10.1', stage: 'call', on: 'open-active', states: ['CLOSED'], when: [], does: ['becomeActive', 'chooseIss'], reply: 'SYN', next: 'SYN_SENT' },
  { id: 'closed-open-passive', section: '3.10.1', stage: 'call', on: 'open-passive', states: ['CLOSED'], when: [], does: ['becomePassive'], reply: 'nothing', next: 'LISTEN', hard: true },
  { id: 'listen-open-active', section: '3.10.1', stage: 'call', on: 'open-active', states: ['LISTEN'], when: [], does: ['becomeActive', 'chooseIss'], reply: 'SYN', next: 'SYN_SENT', house: 'R' },
  { id: 'open-active-again', section: '3.10.1', stage: 'call', on: 'open-active', states: ['SYN_SENT', ...OTHER_STATES], when: [], does: [], reply: 'nothing', next: 'same', signal: 'connection-already-exists' },
  { id: 'open-passive-again', section: '3.10.1', stage: 'call', on: 'open-passive', states: ['LISTEN', 'SYN_SENT', ...OTHER_STATES], when: [], does: [], reply: 'nothing', next: 'same', signal: 'connection-already-exists' },
  // §3.10.2 SEND
  { id: 'closed-send', section: '3.10.2', stage: 'call', on: 'send', states: ['CLOSED'], when: [], does: [], reply: 'nothing', next: 'same', signal: 'connection-does-not-exist' },
  { id: 'listen-send', section: '3.10.2', stage: 'call', on: 'send', states: ['LISTEN'], when: [], does: ['becomeActive', 'chooseIss', 'queueData'], reply: 'SYN', next: 'SYN_SENT', house: 'R' },
  { id: 'listen-send-on-syn', section: '3.10.2', stage: 'call', on: 'send', states: ['LISTEN'], when: [], does: ['becomeActive', 'chooseIss', 'queueData'], reply: 'SYN-DATA', next: 'SYN_SENT', insteadOf: 'listen-send', house: 'R' },
  { id: 'send-after-close', section: '3.6', stage: 'call', on: 'send', states: ['SYN_RCVD', 'CLOSE_WAIT'], when: ['closeWaits'], does: [], reply: 'nothing', next: 'same', signal: 'connection-closing' },
  { id: 'opening-send', section: '3.10.2', stage: 'call', on: 'send', states: ['SYN_SENT', 'SYN_RCVD'], when: [], does: ['queueData'], reply: 'nothing', next: 'same', hard: true },
  { id: 'send-waits', section: '3.8.6', stage: 'call', on: 'send', states: ['ESTABLISHED', 'CLOSE_WAIT'], when: ['sendHasToWait'], does: ['queueData'], reply: 'nothing', next: 'same', hard: true },
  { id: 'send', section: '3.10.2', stage: 'call', on: 'send', states: ['ESTABLISHED', 'CLOSE_WAIT'], when: [], does: ['queueData'], reply: 'DATA', next: 'same' },
  { id: 'closing-send', section: '3.10.2', stage: 'call', on: 'send', states: OWN_FIN_SENT, when: [], does: [], reply: 'nothing', next: 'same', signal: 'connection-closing' },
  // §3.10.3 RECEIVE
  { id: 'closed-receive', section: '3.10.3', stage: 'call', on: 'receive', states: ['CLOSED'], when: [], does: [], reply: 'nothing', next: 'same', signal: 'connection-does-not-exist' },
  { id: 'opening-receive', section: '3.10.3', stage: 'call', on: 'receive', states: ['LISTEN', 'SYN_SENT', 'SYN_RCVD'], when: [], does: [], reply: 'nothing', next: 'same' },
  { id: 'receive', section: '3.10.3', stage: 'call', on: 'receive', states: ['ESTABLISHED', 'FIN_WAIT_1', 'FIN_WAIT_2'], when: [], does: [], reply: 'nothing', next: 'same' },
  { id: 'closing-receive', section: '3.10.3', stage: 'call', on: 'receive', states: ['CLOSE_WAIT', 'CLOSING', 'LAST_ACK', 'TIME_WAIT'], when: [], does: [], reply: 'nothing', next: 'same', signal: 'connection-closing' },
  // §3.10.4 CLOSE
  { id: 'closed-close', section: '3.10.4', stage: 'call', on: 'close', states: ['CLOSED'], when: [], does: [], reply: 'nothing', next: 'same', signal: 'connection-does-not-exist' },
  { id: 'listen-close', section: '3.10.4', stage: 'call', on: 'close', states: ['LISTEN'], when: [], does: [], reply: 'nothing', next: 'CLOSED', signal: 'connection-closing' },
  { id: 'syn-sent-close', section: '3.10.4', stage: 'call', on: 'close', states: ['SYN_SENT'], when: [], does: [], reply: 'nothing', next: 'CLOSED', signal: 'connection-closing' },
  { id: 'close-after-close', section: '3.10.4', stage: 'call', on: 'close', states: ['SYN_RCVD', 'CLOSE_WAIT'], when: ['closeWaits'], does: [], reply: 'nothing', next: 'same', signal: 'connection-closing' },
  { id: 'syn-rcvd-close-queued', section: '3.10.4', stage: 'call', on: 'close', states: ['SYN_RCVD'], when: ['dataWasHandedOver'], does: ['queueClose'], reply: 'nothing', next: 'same' },
  { id: 'syn-rcvd-close', section: '3.10.4', stage: 'call', on: 'close', states: ['SYN_RCVD'], when: [], does: [], reply: 'FIN,ACK', next: 'FIN_WAIT_1', house: 'I' },
  { id: 'established-close-queued', section: '3.10.4', stage: 'call', on: 'close', states: ['ESTABLISHED'], when: ['dataIsQueued'], does: ['queueClose'], reply: 'nothing', next: 'FIN_WAIT_1' },
  { id: 'established-close', section: '3.10.4', stage: 'call', on: 'close', states: ['ESTABLISHED'], when: [], does: [], reply: 'FIN,ACK', next: 'FIN_WAIT_1', house: 'M' },
  { id: 'close-wait-close-queued', section: '3.10.4', stage: 'call', on: 'close', states: ['CLOSE_WAIT'], when: ['dataIsQueued'], does: ['queueClose'], reply: 'nothing', next: 'same', hard: true },
  { id: 'close-wait-close', section: '3.10.4', stage: 'call', on: 'close', states: ['CLOSE_WAIT'], when: [], does: [], reply: 'FIN,ACK', next: 'LAST_ACK', house: 'M' },
  { id: 'closing-close', section: '3.10.4', stage: 'call', on: 'close', states: OWN_FIN_SENT, when: [], does: [], reply: 'nothing', next: 'same', signal: 'connection-closing' },
  // §3.10.5 ABORT
  { id: 'closed-abort', section: '3.10.5', stage: 'call', on: 'abort', states: ['CLOSED'], when: [], does: [], reply: 'nothing', next: 'same', signal: 'connection-does-not-exist' },
  { id: 'early-abort', section: '3.10.5', stage: 'call', on: 'abort', states: ['LISTEN', 'SYN_SENT'], when: [], does: [], reply: 'nothing', next: 'CLOSED', signal: 'connection-reset' },
  { id: 'abort', section: '3.10.5', stage: 'call', on: 'abort', states: ABORTABLE, when: [], does: [], reply: 'RST', next: 'CLOSED', signal: 'connection-reset', house: 'C' },
  { id: 'abort-rst-ack', section: '3.10.5', stage: 'call', on: 'abort', states: ABORTABLE, when: [], does: [], reply: 'RST,ACK', next: 'CLOSED', signal: 'connection-reset', insteadOf: 'abort', house: 'M2' },
  { id: 'abort-time-wait', section: '3.3.2', stage: 'call', on: 'abort', states: ABORTABLE, when: [], does: [], reply: 'RST', next: 'TIME_WAIT', signal: 'connection-reset', insteadOf: 'abort', house: 'C' },
  { id: 'abort-rst-ack-time-wait', section: '3.3.2', stage: 'call', on: 'abort', states: ABORTABLE, when: [], does: [], reply: 'RST,ACK', next: 'TIME_WAIT', signal: 'connection-reset', insteadOf: 'abort', house: 'C' },
  { id: 'late-abort', section: '3.10.5', stage: 'call', on: 'abort', states: ['CLOSING', 'LAST_ACK', 'TIME_WAIT'], when: [], does: [], reply: 'nothing', next: 'CLOSED' },
  // §3.10.6 STATUS
  { id: 'closed-status', section: '3.10.6', stage: 'call', on: 'status', states: ['CLOSED'], when: [], does: [], reply: 'nothing', next: 'same', signal: 'connection-does-not-exist' },
  { id: 'status', section: '3.10.6', stage: 'call', on: 'status', states: ['LISTEN', 'SYN_SENT', ...OTHER_STATES], when: [], does: [], reply: 'nothing', next: 'same' },
] as const satisfies readonly Row[];
