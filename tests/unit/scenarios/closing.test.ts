/** The scenarios that close, line by line; numbers by hand from §3.6. */
import { expect, test } from 'vitest';
import { ladderOf } from './ladders.ts';

const HANDSHAKE = [
  'client: SYN seq=100 → SYN_SENT',
  'server: SYN,ACK seq=300 ack=101 → SYN_RCVD',
  'client: ACK seq=101 ack=301 → ESTABLISHED',
  'server: nothing → ESTABLISHED',
];
const LISTENING = '(server: nothing → LISTEN)';
const ESTABLISHED = [LISTENING, ...HANDSHAKE.map((line) => `(${line})`)];

test('close in four segments, client first', () => {
  expect(ladderOf('four-segment-close-client-first', 0)).toEqual([
    LISTENING,
    ...HANDSHAKE,
    'client: FIN,ACK seq=101 ack=301 → FIN_WAIT_1',
    'server: ACK seq=301 ack=102 → CLOSE_WAIT',
    'client: nothing → FIN_WAIT_2',
    'server: FIN,ACK seq=301 ack=102 → LAST_ACK',
    'client: ACK seq=102 ack=302 → TIME_WAIT',
    'server: nothing → CLOSED',
    'client: nothing → CLOSED',
  ]);
});

test('close in four segments, the sibling: the server closes while its ACK is under way', () => {
  expect(ladderOf('four-segment-close-client-first', 1)).toEqual([
    LISTENING,
    ...HANDSHAKE,
    'client: FIN,ACK seq=101 ack=301 → FIN_WAIT_1',
    'server: ACK seq=301 ack=102 → CLOSE_WAIT',
    'server: FIN,ACK seq=301 ack=102 → LAST_ACK',
    'client: nothing → FIN_WAIT_2',
    'client: ACK seq=102 ack=302 → TIME_WAIT',
    'server: nothing → CLOSED',
    'client: nothing → CLOSED',
  ]);
});

test('close in four segments, server first', () => {
  expect(ladderOf('four-segment-close-server-first', 0)).toEqual([
    LISTENING,
    ...HANDSHAKE,
    'server: FIN,ACK seq=301 ack=101 → FIN_WAIT_1',
    'client: ACK seq=101 ack=302 → CLOSE_WAIT',
    'server: nothing → FIN_WAIT_2',
    'client: FIN,ACK seq=101 ack=302 → LAST_ACK',
    'server: ACK seq=302 ack=102 → TIME_WAIT',
    'client: nothing → CLOSED',
    'server: nothing → CLOSED',
  ]);
});

test('close in three segments', () => {
  expect(ladderOf('three-segment-close', 0)).toEqual([
    ...ESTABLISHED,
    'client: ACK seq=101 ack=301 len=10 → ESTABLISHED',
    'server: ACK seq=301 ack=111 → ESTABLISHED',
    'client: nothing → ESTABLISHED',
    'server: ACK seq=301 ack=111 len=10 → ESTABLISHED',
    'client: ACK seq=111 ack=311 → ESTABLISHED',
    'server: nothing → ESTABLISHED',
    'client: FIN,ACK seq=111 ack=311 → FIN_WAIT_1',
    'server: FIN,ACK seq=311 ack=112 → LAST_ACK',
    'client: ACK seq=112 ack=312 → TIME_WAIT',
    'server: nothing → CLOSED',
    'client: nothing → CLOSED',
  ]);
});

test('simultaneous close', () => {
  expect(ladderOf('simultaneous-close', 0)).toEqual([
    LISTENING,
    ...HANDSHAKE,
    'client: FIN,ACK seq=101 ack=301 → FIN_WAIT_1',
    'server: FIN,ACK seq=301 ack=101 → FIN_WAIT_1',
    'client: ACK seq=102 ack=302 → CLOSING',
    'server: ACK seq=302 ack=102 → CLOSING',
    'client: nothing → TIME_WAIT',
    'server: nothing → TIME_WAIT',
    'client: nothing → CLOSED',
    'server: nothing → CLOSED',
  ]);
});

test('half-close', () => {
  expect(ladderOf('half-close', 0)).toEqual([
    ...ESTABLISHED,
    'client: FIN,ACK seq=101 ack=301 → FIN_WAIT_1',
    'server: ACK seq=301 ack=102 → CLOSE_WAIT',
    'client: nothing → FIN_WAIT_2',
    'server: ACK seq=301 ack=102 len=10 → CLOSE_WAIT',
    'client: ACK seq=102 ack=311 → FIN_WAIT_2',
    'server: nothing → CLOSE_WAIT',
    'server: FIN,ACK seq=311 ack=102 → LAST_ACK',
    'client: ACK seq=102 ack=312 → TIME_WAIT',
    'server: nothing → CLOSED',
    'client: nothing → CLOSED',
  ]);
});

test('lost last ACK: TIME_WAIT is still there to answer', () => {
  expect(ladderOf('lost-last-ack', 0)).toEqual([
    ...ESTABLISHED,
    'client: FIN,ACK seq=101 ack=301 → FIN_WAIT_1',
    'server: ACK seq=301 ack=102 → CLOSE_WAIT',
    'client: nothing → FIN_WAIT_2',
    'server: FIN,ACK seq=301 ack=102 → LAST_ACK',
    'client: ACK seq=102 ack=302, lost → TIME_WAIT',
    'server: FIN,ACK seq=301 ack=102 → LAST_ACK',
    'client: ACK seq=102 ack=302 → TIME_WAIT',
    'server: nothing → CLOSED',
    'client: nothing → CLOSED',
  ]);
});

test('a whole life', () => {
  expect(ladderOf('whole-life', 0)).toEqual([
    LISTENING,
    ...HANDSHAKE,
    'client: ACK seq=101 ack=301 len=10 → ESTABLISHED',
    'server: ACK seq=301 ack=111 → ESTABLISHED',
    'client: nothing → ESTABLISHED',
    'server: FIN,ACK seq=301 ack=111 → FIN_WAIT_1',
    'client: FIN,ACK seq=111 ack=302 → LAST_ACK',
    'server: ACK seq=302 ack=112 → TIME_WAIT',
    'client: nothing → CLOSED',
    'server: nothing → CLOSED',
  ]);
});
