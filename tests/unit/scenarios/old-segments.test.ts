/** The scenarios of Figures 8 to 11, line by line; numbers by hand from §3.5 and §3.5.1. */
import { expect, test } from 'vitest';
import { ladderOf } from './ladders.ts';

const LISTENING = '(server: nothing → LISTEN)';
const ESTABLISHED = [
  LISTENING,
  '(client: SYN seq=100 → SYN_SENT)',
  '(server: SYN,ACK seq=300 ack=101 → SYN_RCVD)',
  '(client: ACK seq=101 ack=301 → ESTABLISHED)',
  '(server: nothing → ESTABLISHED)',
];

test('Figure 8: recovery from an old duplicate SYN', () => {
  expect(ladderOf('old-duplicate-syn', 0).slice(0, 8)).toEqual([
    LISTENING,
    'client: SYN seq=100, held back → SYN_SENT',
    'server: SYN,ACK seq=300 ack=91 → SYN_RCVD',
    'client: RST seq=91 → SYN_SENT',
    'server: nothing → LISTEN',
    'server: SYN,ACK seq=10300 ack=101 → SYN_RCVD',
    'client: ACK seq=101 ack=10301 → ESTABLISHED',
    'server: nothing → ESTABLISHED',
  ]);
});

test('Figure 9: half-open connection discovery', () => {
  expect(ladderOf('half-open', 0).slice(0, 15)).toEqual([
    ...ESTABLISHED,
    '(client: nothing → CLOSED)',
    'client: SYN seq=10100 → SYN_SENT',
    'server: ACK seq=301 ack=101 → ESTABLISHED',
    'client: RST seq=101 → SYN_SENT',
    'server: nothing → CLOSED',
    'server: nothing → LISTEN',
    'client: SYN seq=10100 → SYN_SENT',
    'server: SYN,ACK seq=10300 ack=10101 → SYN_RCVD',
    'client: ACK seq=10101 ack=10301 → ESTABLISHED',
    'server: nothing → ESTABLISHED',
  ]);
});

test('Figure 10: the active side causes half-open connection discovery', () => {
  expect(ladderOf('half-open', 1).slice(0, 9)).toEqual([
    ...ESTABLISHED,
    '(client: nothing → CLOSED)',
    'server: ACK seq=301 ack=101 len=10 → ESTABLISHED',
    'client: RST seq=101 → CLOSED',
    'server: nothing → CLOSED',
  ]);
});

test('Figure 11: an old duplicate SYN initiates a reset on two passive sockets', () => {
  expect(ladderOf('two-listeners', 0).slice(0, 5)).toEqual([
    'client: nothing → LISTEN',
    'server: nothing → LISTEN',
    'server: SYN,ACK seq=300 ack=91 → SYN_RCVD',
    'client: RST seq=91 → LISTEN',
    'server: nothing → LISTEN',
  ]);
});

test('RFC 1337: the answer to an old segment ends TIME_WAIT', () => {
  expect(ladderOf('time-wait-assassination', 0).slice(-5)).toEqual([
    'client: ACK seq=102 ack=302 → TIME_WAIT',
    'server: nothing → CLOSED',
    'client: ACK seq=102 ack=302 → TIME_WAIT',
    'server: RST seq=302 → CLOSED',
    'client: nothing → CLOSED',
  ]);
});
