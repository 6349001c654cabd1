/** §3.10.7.1 to §3.10.7.3: a segment arrives in CLOSED, LISTEN or SYN_SENT. */
import { describe, expect, test } from 'vitest';
import { arrives, inState, outcome, play, signalsOf } from './endpoints.ts';

describe('CLOSED, §3.10.7.1', () => {
  test('closed-rst: a RST is never answered with a RST', () => {
    expect(outcome(inState('CLOSED'), arrives('RST', 300))).toEqual({ rules: ['closed-rst'], sends: 'nothing', state: 'CLOSED' });
    expect(outcome(inState('CLOSED'), arrives('RST,ACK', 300, 101)).sends).toBe('nothing');
  });

  test('closed-segment: the reset takes its numbers from what arrived', () => {
    const expected = { rules: ['closed-segment'], sends: 'RST,ACK seq=0 ack=301', state: 'CLOSED' };
    expect(outcome(inState('CLOSED'), arrives('SYN', 300))).toEqual(expected);
    // SEG.LEN counts ten octets and the FIN.
    expect(outcome(inState('CLOSED'), arrives('FIN', 300, null, 10)).sends).toBe('RST,ACK seq=0 ack=311');
    expect(outcome(inState('CLOSED'), arrives('ACK', 300, 500, 10)).sends).toBe('RST seq=500');
  });
});

describe('LISTEN, §3.10.7.2', () => {
  test('listen-rst: there is nothing yet that it could reset', () => {
    expect(outcome(inState('LISTEN'), arrives('RST', 300))).toEqual({ rules: ['listen-rst'], sends: 'nothing', state: 'LISTEN' });
    expect(outcome(inState('LISTEN'), arrives('RST,ACK', 300, 101)).rules).toEqual(['listen-rst']);
  });

  test('listen-ack: any acknowledgement is bad, also that of a SYN,ACK', () => {
    expect(outcome(inState('LISTEN'), arrives('ACK', 300, 500))).toEqual({ rules: ['listen-ack'], sends: 'RST seq=500', state: 'LISTEN' });
    expect(outcome(inState('LISTEN'), arrives('SYN,ACK', 300, 91)).sends).toBe('RST seq=91');
  });

  test('listen-syn: RCV.NXT is one past the SYN, and our own SYN goes out with the acknowledgement', () => {
    const expected = { rules: ['listen-syn'], sends: 'SYN,ACK seq=100 ack=301', state: 'SYN_RCVD', una: 100, nxt: 101, rcv: 301 };
    expect(outcome(inState('LISTEN'), arrives('SYN', 300))).toEqual(expected);
  });

  test('listen-syn: text on the SYN is kept and taken once the connection is established', () => {
    const received = play(inState('LISTEN'), arrives('SYN', 300, null, 10));
    expect(received.rcvNxt).toBe(301);
    const expected = { rules: ['syn-rcvd-ack', 'data'], sends: 'ACK seq=101 ack=311', state: 'ESTABLISHED', una: 101, nxt: 101, rcv: 311 };
    expect(outcome(received, arrives('ACK', 311, 101))).toEqual(expected);
  });

  test('listen-other: without SYN, ACK and RST there is nothing to do', () => {
    expect(outcome(inState('LISTEN'), arrives('FIN', 300))).toEqual({ rules: ['listen-other'], sends: 'nothing', state: 'LISTEN' });
  });
});

describe('SYN_SENT, §3.10.7.3', () => {
  const unchanged = { state: 'SYN_SENT', una: 100, nxt: 101, rcv: 0 };

  test('syn-sent-bad-ack-rst: a RST that acknowledges something else is dropped', () => {
    const expected = { rules: ['syn-sent-bad-ack-rst'], sends: 'nothing', ...unchanged };
    expect(outcome(inState('SYN_SENT'), arrives('RST,ACK', 0, 91))).toEqual(expected);
  });

  // SEG.ACK =< ISS, which is 100, or SEG.ACK > SND.NXT, which is 101.
  test.each([91, 100, 102])('syn-sent-bad-ack: ACK=%i acknowledges nothing that we sent', (ack) => {
    const expected = { rules: ['syn-sent-bad-ack'], sends: `RST seq=${ack}`, ...unchanged };
    expect(outcome(inState('SYN_SENT'), arrives('SYN,ACK', 300, ack))).toEqual(expected);
    expect(outcome(inState('SYN_SENT'), arrives('ACK', 300, ack))).toEqual(expected);
  });

  test('syn-sent-rst: a RST that acknowledges our SYN ends the attempt', () => {
    expect(outcome(inState('SYN_SENT'), arrives('RST,ACK', 0, 101))).toEqual({
      rules: ['syn-sent-rst'],
      sends: 'nothing',
      state: 'CLOSED',
    });
    expect(signalsOf(inState('SYN_SENT'), arrives('RST,ACK', 0, 101))).toEqual(['connection-reset']);
  });

  test('syn-sent-rst-without-ack: a RST without ACK proves nothing', () => {
    const expected = { rules: ['syn-sent-rst-without-ack'], sends: 'nothing', ...unchanged };
    expect(outcome(inState('SYN_SENT'), arrives('RST', 0))).toEqual(expected);
  });

  test('syn-sent-syn-ack: our SYN is acknowledged, theirs is answered', () => {
    const numbers = { una: 101, nxt: 101, rcv: 301 };
    const expected = { rules: ['syn-sent-syn-ack'], sends: 'ACK seq=101 ack=301', state: 'ESTABLISHED', ...numbers };
    expect(outcome(inState('SYN_SENT'), arrives('SYN,ACK', 300, 101))).toEqual(expected);
  });

  test('syn-sent-syn-ack: text and FIN on the SYN,ACK are processed too, and one ACK covers all', () => {
    const rules = ['syn-sent-syn-ack', 'data'];
    const withData = { rules, sends: 'ACK seq=101 ack=311', state: 'ESTABLISHED', una: 101, nxt: 101, rcv: 311 };
    expect(outcome(inState('SYN_SENT'), arrives('SYN,ACK', 300, 101, 10))).toEqual(withData);
    const withFin = { sends: 'ACK seq=101 ack=302', state: 'CLOSE_WAIT', una: 101, nxt: 101, rcv: 302 };
    expect(outcome(inState('SYN_SENT'), arrives('SYN,FIN,ACK', 300, 101))).toMatchObject(withFin);
  });

  test('syn-sent-syn: the SYNs have crossed; ours goes out again under the same number, now with an ACK', () => {
    const expected = { rules: ['syn-sent-syn'], sends: 'SYN,ACK seq=100 ack=301', state: 'SYN_RCVD', una: 100, nxt: 101, rcv: 301 };
    expect(outcome(inState('SYN_SENT'), arrives('SYN', 300))).toEqual(expected);
  });

  test('syn-sent-other: with neither SYN nor RST it is dropped, be its ACK as good as it may', () => {
    const expected = { rules: ['syn-sent-other'], sends: 'nothing', ...unchanged };
    expect(outcome(inState('SYN_SENT'), arrives('ACK', 300, 101))).toEqual(expected);
    expect(outcome(inState('SYN_SENT'), arrives('FIN,ACK', 300, 101))).toEqual(expected);
  });
});
