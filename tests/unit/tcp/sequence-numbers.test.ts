/** §3.4: arithmetic modulo 2^32, at the wrap above all; and the acceptability test of Table 6. */
import { describe, expect, test } from 'vitest';
import { isAcceptable } from '#game/tcp/window.ts';
import { CLOSED_ENDPOINT, type Endpoint } from '#game/tcp/endpoint.ts';
import { add, distance, isAtOrBefore, isBefore, isInWindow, MAX_SEQ } from '#game/tcp/sequence.ts';
import { arrives, close, inState, outcome, play, segment, send } from './endpoints.ts';

describe('sequence numbers', () => {
  test('the last one is 4,294,967,295, and 0 follows it', () => {
    expect(MAX_SEQ).toBe(4_294_967_295);
    expect(add(4_294_967_295, 1)).toBe(0);
    expect(add(4_294_967_290, 10)).toBe(4);
    expect(add(0, -1)).toBe(4_294_967_295);
    expect(add(4, -10)).toBe(4_294_967_290);
  });

  test('the distance is the short way round', () => {
    expect(distance(4_294_967_290, 4)).toBe(10);
    expect(distance(4, 4_294_967_290)).toBe(-10);
    expect(distance(7, 7)).toBe(0);
    expect(distance(0, 2 ** 31 - 1)).toBe(2 ** 31 - 1);
  });

  test('4,294,967,290 comes before 4', () => {
    expect(isBefore(4_294_967_290, 4)).toBe(true);
    expect(isBefore(4, 4_294_967_290)).toBe(false);
    expect([isBefore(4, 4), isAtOrBefore(4, 4)]).toEqual([false, true]);
    expect(isAtOrBefore(4_294_967_290, 4)).toBe(true);
  });

  test('a window may reach over the wrap', () => {
    const inIt = [4_294_967_289, 4_294_967_290, 4_294_967_295, 0, 3, 4].map((seq) => isInWindow(seq, 4_294_967_290, 10));
    expect(inIt).toEqual([false, true, true, true, true, false]);
    expect(isInWindow(5, 5, 0)).toBe(false);
  });
});

describe('a connection over the wrap', () => {
  const opened = play(CLOSED_ENDPOINT, { type: 'open-active', iss: MAX_SEQ }, arrives('SYN,ACK', MAX_SEQ, 0));

  test('a SYN with the last number is acknowledged with 0', () => {
    expect(opened).toMatchObject({ state: 'ESTABLISHED', sndUna: 0, sndNxt: 0, rcvNxt: 0 });
    expect(outcome(inState('LISTEN'), arrives('SYN', MAX_SEQ)).sends).toBe('SYN,ACK seq=100 ack=0');
  });

  test('data and its acknowledgement pass it', () => {
    const late = play(CLOSED_ENDPOINT, { type: 'open-active', iss: 4_294_967_290 }, arrives('SYN,ACK', 4_294_967_290, 4_294_967_291));
    expect(outcome(late, send(10))).toMatchObject({ sends: 'ACK seq=4294967291 ack=4294967291 len=10', nxt: 5 });
    expect(outcome(play(late, send(10)), arrives('ACK', 4_294_967_291, 5))).toMatchObject({ rules: ['ack'], una: 5 });
    expect(outcome(late, arrives('ACK', 4_294_967_291, 4_294_967_291, 10))).toMatchObject({ rules: ['data'], rcv: 5 });
    expect(outcome(late, arrives('ACK', 3, 4_294_967_291, 10))).toMatchObject({ rules: ['ahead-of-gap'], rcv: 4_294_967_291 });
  });

  test('so does a FIN', () => {
    const last = play(CLOSED_ENDPOINT, { type: 'open-active', iss: MAX_SEQ - 1 }, arrives('SYN,ACK', MAX_SEQ - 1, MAX_SEQ));
    expect(outcome(last, close)).toMatchObject({ sends: 'FIN,ACK seq=4294967295 ack=4294967295', nxt: 0 });
    expect(outcome(play(last, close), arrives('ACK', MAX_SEQ, 0)).state).toBe('FIN_WAIT_2');
    expect(outcome(last, arrives('FIN,ACK', MAX_SEQ, MAX_SEQ))).toMatchObject({ state: 'CLOSE_WAIT', rcv: 0 });
  });
});

describe('Table 6: acceptability', () => {
  const withWindow = (rcvWnd: number): Endpoint => ({ ...inState('ESTABLISHED'), rcvWnd });
  const accepts = (rcvWnd: number, seqs: readonly number[], len: number) =>
    seqs.filter((seq) => isAcceptable(withWindow(rcvWnd), segment('ACK', seq, 101, len)));

  test('length 0, window 0: SEG.SEQ = RCV.NXT', () => {
    expect(accepts(0, [300, 301, 302], 0)).toEqual([301]);
  });

  test('length 0, window > 0: RCV.NXT =< SEG.SEQ < RCV.NXT+RCV.WND', () => {
    expect(accepts(10, [300, 301, 310, 311], 0)).toEqual([301, 310]);
  });

  test('length > 0, window 0: not acceptable', () => {
    expect(accepts(0, [296, 300, 301, 302], 5)).toEqual([]);
  });

  test('length > 0, window > 0: the beginning or the end lies in the window', () => {
    // Of five octets from 296 the last is 300, from 297 it is 301.
    expect(accepts(10, [296, 297, 301, 310, 311], 5)).toEqual([297, 301, 310]);
  });

  test('SYN and FIN count as length', () => {
    expect(isAcceptable(withWindow(10), segment('FIN,ACK', 296, 101, 5))).toBe(true);
    expect(isAcceptable(withWindow(0), segment('FIN,ACK', 301, 101))).toBe(false);
  });
});
