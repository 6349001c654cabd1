/** The scenarios that open or break off, line by line; numbers by hand from §3.5. */
import { expect, test } from 'vitest';
import { ladderOf } from './ladders.ts';

const HANDSHAKE = [
  'client: SYN seq=100 → SYN_SENT',
  'server: SYN,ACK seq=300 ack=101 → SYN_RCVD',
  'client: ACK seq=101 ack=301 → ESTABLISHED',
  'server: nothing → ESTABLISHED',
];
const SECOND_HANDSHAKE = [
  'client: SYN seq=500 → SYN_SENT',
  'server: SYN,ACK seq=700 ack=501 → SYN_RCVD',
  'client: ACK seq=501 ack=701 → ESTABLISHED',
  'server: nothing → ESTABLISHED',
];
const CLIENT_THEN_SERVER_SENDS = [
  'client: ACK seq=101 ack=301 len=10 → ESTABLISHED',
  'server: ACK seq=301 ack=111 → ESTABLISHED',
  'client: nothing → ESTABLISHED',
  'server: ACK seq=301 ack=111 len=10 → ESTABLISHED',
  'client: ACK seq=111 ack=311 → ESTABLISHED',
  'server: nothing → ESTABLISHED',
];
const LISTENING = '(server: nothing → LISTEN)';

test('three-way handshake', () => {
  expect(ladderOf('three-way-handshake', 0)).toEqual(['server: nothing → LISTEN', ...HANDSHAKE, ...CLIENT_THEN_SERVER_SENDS]);
});

test('three-way handshake, the sibling: the server sends first', () => {
  expect(ladderOf('three-way-handshake', 1)).toEqual([
    'server: nothing → LISTEN',
    ...HANDSHAKE,
    'server: ACK seq=301 ack=101 len=10 → ESTABLISHED',
    'client: ACK seq=101 ack=311 → ESTABLISHED',
    'server: nothing → ESTABLISHED',
    'client: ACK seq=101 ack=311 len=10 → ESTABLISHED',
    'server: ACK seq=311 ack=111 → ESTABLISHED',
    'client: nothing → ESTABLISHED',
  ]);
});

test('tutorial', () => {
  expect(ladderOf('tutorial', 0)).toEqual([LISTENING, ...HANDSHAKE]);
});

test('connection refused', () => {
  expect(ladderOf('connection-refused', 0)).toEqual([
    'client: SYN seq=100 → SYN_SENT',
    'server: RST,ACK seq=0 ack=101 → CLOSED',
    'client: nothing → CLOSED',
    'server: nothing → LISTEN',
    ...SECOND_HANDSHAKE,
    'client: RST seq=501 → CLOSED',
    'server: nothing → CLOSED',
  ]);
});

test('simultaneous open', () => {
  expect(ladderOf('simultaneous-open', 0)).toEqual([
    'client: SYN seq=100 → SYN_SENT',
    'server: SYN seq=300 → SYN_SENT',
    'client: SYN,ACK seq=100 ack=301 → SYN_RCVD',
    'server: SYN,ACK seq=300 ack=101 → SYN_RCVD',
    'client: nothing → ESTABLISHED',
    'server: nothing → ESTABLISHED',
    ...CLIENT_THEN_SERVER_SENDS,
  ]);
});

test('lost SYN', () => {
  expect(ladderOf('lost-syn', 0)).toEqual([LISTENING, 'client: SYN seq=100, lost → SYN_SENT', ...HANDSHAKE, ...CLIENT_THEN_SERVER_SENDS]);
});

test('abort', () => {
  expect(ladderOf('abort', 0)).toEqual([
    LISTENING,
    ...HANDSHAKE,
    'client: RST seq=101 → CLOSED',
    'server: nothing → CLOSED',
    LISTENING,
    ...SECOND_HANDSHAKE,
    'server: RST seq=701 → CLOSED',
    'client: nothing → CLOSED',
  ]);
});
