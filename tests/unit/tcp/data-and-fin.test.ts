/** §3.10.7.4, seventh and eighth: process the segment text, check the FIN bit; then what waited goes out. */
import { describe, expect, test } from 'vitest';
import { step } from '#game/tcp/step.ts';
import type { Event } from '#game/tcp/vocabulary.ts';
import { arrives, close, inState, outcome, play, send, signalsOf, timeout } from './endpoints.ts';

describe('text', () => {
  test('ahead-of-gap: RCV.NXT is asked for, the segment is kept until the gap is filled (SHLD-31)', () => {
    const ahead = arrives('ACK', 401, 101, 100);
    const expected = { rules: ['ahead-of-gap'], sends: 'ACK seq=101 ack=301', state: 'ESTABLISHED', una: 101, nxt: 101, rcv: 301 };
    expect(outcome(inState('ESTABLISHED'), ahead)).toEqual(expected);
    const filled = { rules: ['data'], sends: 'ACK seq=101 ack=501', state: 'ESTABLISHED', una: 101, nxt: 101, rcv: 501 };
    expect(outcome(play(inState('ESTABLISHED'), ahead), arrives('ACK', 301, 101, 100))).toEqual(filled);
  });

  test('ahead-of-gap: a FIN ahead of a gap closes nothing until the gap is filled', () => {
    const ahead = arrives('FIN,ACK', 401, 102);
    const expected = { rules: ['ahead-of-gap'], sends: 'ACK seq=102 ack=301', state: 'FIN_WAIT_2', una: 102, nxt: 102, rcv: 301 };
    expect(outcome(inState('FIN_WAIT_2'), ahead)).toEqual(expected);
    const rules = ['data', 'fin-wait-2-fin'];
    const filled = { rules, sends: 'ACK seq=102 ack=402', state: 'TIME_WAIT', una: 102, nxt: 102, rcv: 402 };
    expect(outcome(play(inState('FIN_WAIT_2'), ahead), arrives('ACK', 301, 102, 100))).toEqual(filled);
  });

  test('ahead-of-gap: what comes twice is kept once', () => {
    const ahead = arrives('ACK', 401, 101, 100);
    expect(play(inState('ESTABLISHED'), ahead, ahead).held).toHaveLength(1);
  });

  test('ahead-of-gap-unacked: the other reading keeps silent (MAY-13)', () => {
    const expected = { rules: ['ahead-of-gap-unacked'], sends: 'nothing', state: 'ESTABLISHED', una: 101, nxt: 101, rcv: 301 };
    expect(outcome(inState('ESTABLISHED'), arrives('ACK', 401, 101, 100), 'ahead-of-gap-unacked')).toEqual(expected);
  });

  test('data: RCV.NXT advances over it', () => {
    const expected = { rules: ['data'], sends: 'ACK seq=101 ack=311', state: 'ESTABLISHED', una: 101, nxt: 101, rcv: 311 };
    expect(outcome(inState('ESTABLISHED'), arrives('ACK', 301, 101, 10))).toEqual(expected);
  });

  test('data: of a segment that straddles old and new only the new part counts', () => {
    expect(outcome(inState('ESTABLISHED'), arrives('ACK', 291, 101, 20))).toMatchObject({ sends: 'ACK seq=101 ack=311', rcv: 311 });
  });

  test('data: who has closed still receives', () => {
    const first = { rules: ['data'], sends: 'ACK seq=102 ack=311', state: 'FIN_WAIT_1', una: 101, nxt: 102, rcv: 311 };
    expect(outcome(inState('FIN_WAIT_1'), arrives('ACK', 301, 101, 10))).toEqual(first);
    const second = { rules: ['data'], sends: 'ACK seq=102 ack=311', state: 'FIN_WAIT_2', una: 102, nxt: 102, rcv: 311 };
    expect(outcome(inState('FIN_WAIT_2'), arrives('ACK', 301, 102, 10))).toEqual(second);
  });

  test('ahead-of-gap: text and FIN that came with the SYN are taken first', () => {
    const withText = play(inState('LISTEN'), arrives('SYN', 300, null, 10));
    const both = { rules: ['syn-rcvd-ack', 'data'], sends: 'ACK seq=101 ack=311', state: 'ESTABLISHED', rcv: 311 };
    expect(outcome(withText, arrives('ACK', 401, 101, 100))).toMatchObject(both);
    expect(play(withText, arrives('ACK', 401, 101, 100)).held).toHaveLength(1);
    const withFin = play(inState('LISTEN'), arrives('SYN,FIN', 300));
    const rules = ['syn-rcvd-ack', 'ahead-of-gap', 'established-fin'];
    expect(outcome(withFin, arrives('ACK', 401, 101, 100))).toMatchObject({ rules, sends: 'ACK seq=101 ack=302', state: 'CLOSE_WAIT' });
  });

  test('data: what follows the text of the SYN without a gap is taken with it', () => {
    const withText = play(inState('LISTEN'), arrives('SYN', 300, null, 10));
    expect(outcome(withText, arrives('ACK', 311, 101, 5))).toMatchObject({ sends: 'ACK seq=101 ack=316', state: 'ESTABLISHED', rcv: 316 });
    const closed = { sends: 'ACK seq=101 ack=317', state: 'CLOSE_WAIT', rcv: 317 };
    expect(outcome(withText, arrives('FIN,ACK', 311, 101, 5))).toMatchObject(closed);
  });

  test.each([
    ['CLOSE_WAIT', 101],
    ['LAST_ACK', 101],
  ] as const)('data-after-fin: in %s nothing can follow the FIN; it is ignored', (state, ack) => {
    expect(outcome(inState(state), arrives('ACK', 302, ack, 10))).toMatchObject({
      rules: ['data-after-fin'],
      sends: 'nothing',
      state,
      rcv: 302,
    });
  });
});

describe('FIN', () => {
  const fin = arrives('FIN,ACK', 301, 101);
  const finAndAck = arrives('FIN,ACK', 301, 102);

  test('established-fin: RCV.NXT advances over it', () => {
    const expected = { rules: ['established-fin'], sends: 'ACK seq=101 ack=302', state: 'CLOSE_WAIT', una: 101, nxt: 101, rcv: 302 };
    expect(outcome(inState('ESTABLISHED'), fin)).toEqual(expected);
    expect(signalsOf(inState('ESTABLISHED'), fin)).toEqual(['connection-closing']);
  });

  test('established-fin: it comes after the last octet of its segment', () => {
    const withData = arrives('FIN,ACK', 301, 101, 10);
    const expected = {
      rules: ['data', 'established-fin'],
      sends: 'ACK seq=101 ack=312',
      state: 'CLOSE_WAIT',
      una: 101,
      nxt: 101,
      rcv: 312,
    };
    expect(outcome(inState('ESTABLISHED'), withData)).toEqual(expected);
  });

  test('established-fin: a CLOSE at once is joined with the ACK (house rule K)', () => {
    const joined: Event = { type: 'segment', segment: { flags: ['FIN', 'ACK'], seq: 301, ack: 101, len: 0 }, joined: 'close' };
    const rules = ['established-fin', 'close-wait-close'];
    const expected = { rules, sends: 'FIN,ACK seq=101 ack=302', state: 'LAST_ACK', una: 101, nxt: 102, rcv: 302 };
    expect(outcome(inState('ESTABLISHED'), joined)).toEqual(expected);
  });

  test('fin-wait-1-fin: without the ACK of our FIN both are closing at once', () => {
    const expected = { rules: ['fin-wait-1-fin'], sends: 'ACK seq=102 ack=302', state: 'CLOSING', una: 101, nxt: 102, rcv: 302 };
    expect(outcome(inState('FIN_WAIT_1'), fin)).toEqual(expected);
  });

  test('fin-wait-1-fin-ack: with the ACK of our FIN there is nothing left to wait for (Figure 5, note 2)', () => {
    const rules = ['fin-wait-1-fin-acked', 'fin-wait-1-fin-ack'];
    const expected = { rules, sends: 'ACK seq=102 ack=302', state: 'TIME_WAIT', una: 102, nxt: 102, rcv: 302 };
    expect(outcome(inState('FIN_WAIT_1'), finAndAck)).toEqual(expected);
  });

  test('fin-wait-2-fin: the last ACK goes out', () => {
    const expected = { rules: ['fin-wait-2-fin'], sends: 'ACK seq=102 ack=302', state: 'TIME_WAIT', una: 102, nxt: 102, rcv: 302 };
    expect(outcome(inState('FIN_WAIT_2'), finAndAck)).toEqual(expected);
  });

  test('fin-after-fin: also behind data, which is ignored', () => {
    const expected = { rules: ['data-after-fin', 'fin-after-fin'], sends: 'ACK seq=101 ack=302', state: 'CLOSE_WAIT', rcv: 302 };
    expect(outcome(inState('CLOSE_WAIT'), arrives('FIN,ACK', 302, 101, 10))).toMatchObject(expected);
  });

  test('fin-after-fin: in CLOSING together with the ACK of our FIN it meets TIME_WAIT', () => {
    const rules = ['closing-fin-acked', 'fin-after-fin'];
    expect(outcome(inState('CLOSING'), arrives('FIN,ACK', 302, 102))).toMatchObject({
      rules,
      sends: 'ACK seq=102 ack=302',
      state: 'TIME_WAIT',
    });
    const withText = { rules: ['closing-fin-acked', 'data-after-fin'], sends: 'nothing', state: 'TIME_WAIT', rcv: 302 };
    expect(outcome(inState('CLOSING'), arrives('ACK', 302, 102, 10))).toMatchObject(withText);
  });

  // Step 8 would advance RCV.NXT over it once more; but nothing can follow a FIN, so there is no such number.
  test('fin-after-fin: a second FIN with a new number is acknowledged, the state stays', () => {
    const expected = { rules: ['fin-after-fin'], sends: 'ACK seq=101 ack=302', state: 'CLOSE_WAIT', una: 101, nxt: 101, rcv: 302 };
    expect(outcome(inState('CLOSE_WAIT'), arrives('FIN,ACK', 302, 101))).toEqual(expected);
  });
});

describe('what reaches beyond the window', () => {
  test('is taken with the rest, for the window moves on as the application reads', () => {
    const expected = { rules: ['data', 'established-fin'], sends: 'ACK seq=101 ack=65837', state: 'CLOSE_WAIT', rcv: 65_837 };
    expect(outcome(inState('ESTABLISHED'), arrives('FIN,ACK', 301, 101, 65_535))).toMatchObject(expected);
  });
});

describe('what waited for ESTABLISHED', () => {
  test('queued-data: it goes out with the ACK of the handshake', () => {
    const rules = ['syn-sent-syn-ack', 'queued-data'];
    const expected = { rules, sends: 'ACK seq=101 ack=301 len=10', state: 'ESTABLISHED', una: 101, nxt: 111, rcv: 301 };
    expect(outcome(play(inState('SYN_SENT'), send(10)), arrives('SYN,ACK', 300, 101))).toEqual(expected);
  });

  test('queued-close: the FIN follows the data', () => {
    const rules = ['syn-rcvd-ack', 'queued-data', 'queued-close'];
    const sends = 'ACK seq=101 ack=301 len=10 + FIN,ACK seq=111 ack=301';
    const expected = { rules, sends, state: 'FIN_WAIT_1', una: 101, nxt: 112, rcv: 301 };
    expect(outcome(play(inState('SYN_RCVD'), send(10), close), arrives('ACK', 301, 101))).toEqual(expected);
  });

  test('queued-close-on-data: the other reading puts the FIN on the data', () => {
    const waiting = play(inState('SYN_RCVD'), send(10), close);
    const rules = ['syn-rcvd-ack', 'queued-data', 'queued-close-on-data'];
    const expected = { rules, sends: 'FIN,ACK seq=101 ack=301 len=10', state: 'FIN_WAIT_1', una: 101, nxt: 112, rcv: 301 };
    expect(outcome(waiting, arrives('ACK', 301, 101), 'queued-close-on-data')).toEqual(expected);
    const { endpoint } = step(waiting, arrives('ACK', 301, 101), 'queued-close-on-data');
    expect(outcome(endpoint, timeout('retransmission'))).toMatchObject({
      rules: ['retransmit-fin'],
      sends: 'FIN,ACK seq=101 ack=301 len=10',
    });
    expect(outcome(endpoint, arrives('ACK', 301, 112))).toMatchObject({ rules: ['fin-wait-1-fin-acked'], state: 'FIN_WAIT_2' });
    expect(outcome(endpoint, arrives('ACK', 301, 111))).toMatchObject({ rules: ['ack'], state: 'FIN_WAIT_1' });
  });

  test('queued-close-after-fin-on-data: the same behind the FIN of the peer', () => {
    const waiting = play(inState('SYN_RCVD'), send(10), close);
    const rules = ['syn-rcvd-ack', 'established-fin', 'queued-data', 'queued-close-after-fin-on-data'];
    const expected = { rules, sends: 'FIN,ACK seq=101 ack=302 len=10', state: 'LAST_ACK', una: 101, nxt: 112, rcv: 302 };
    expect(outcome(waiting, arrives('FIN,ACK', 301, 101), 'queued-close-after-fin-on-data')).toEqual(expected);
  });

  test('queued-data: one SEND is one segment', () => {
    const waiting = play(inState('SYN_SENT'), send(10), send(20));
    const sends = 'ACK seq=101 ack=301 len=10 + ACK seq=111 ack=301 len=20';
    expect(outcome(waiting, arrives('SYN,ACK', 300, 101))).toMatchObject({ sends, una: 101, nxt: 131 });
  });

  test('queued-close-after-fin: where the peer has closed meanwhile, ours is the last FIN', () => {
    const rules = ['syn-rcvd-ack', 'established-fin', 'queued-data', 'queued-close-after-fin'];
    const sends = 'ACK seq=101 ack=302 len=10 + FIN,ACK seq=111 ack=302';
    const expected = { rules, sends, state: 'LAST_ACK', una: 101, nxt: 112, rcv: 302 };
    expect(outcome(play(inState('SYN_RCVD'), send(10), close), arrives('FIN,ACK', 301, 101))).toEqual(expected);
  });
});
