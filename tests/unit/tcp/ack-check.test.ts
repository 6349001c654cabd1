/** §3.10.7.4, fifth: check the ACK field. */
import { describe, expect, test } from 'vitest';
import { arrives, close, inState, outcome, play, send, timeout } from './endpoints.ts';

test('no-ack: once connected, what carries no ACK is dropped', () => {
  const expected = { rules: ['no-ack'], sends: 'nothing', state: 'ESTABLISHED', una: 101, nxt: 101, rcv: 301 };
  expect(outcome(inState('ESTABLISHED'), arrives('FIN', 301))).toEqual(expected);
});

describe('SYN_RCVD', () => {
  test('syn-rcvd-ack: our SYN is acknowledged', () => {
    const expected = { rules: ['syn-rcvd-ack'], sends: 'nothing', state: 'ESTABLISHED', una: 101, nxt: 101, rcv: 301 };
    expect(outcome(inState('SYN_RCVD'), arrives('ACK', 301, 101))).toEqual(expected);
  });

  test('syn-rcvd-ack: text and FIN of the same segment are processed too', () => {
    const rules = ['syn-rcvd-ack', 'data'];
    const withData = { rules, sends: 'ACK seq=101 ack=311', state: 'ESTABLISHED', una: 101, nxt: 101, rcv: 311 };
    expect(outcome(inState('SYN_RCVD'), arrives('ACK', 301, 101, 10))).toEqual(withData);
    expect(outcome(inState('SYN_RCVD'), arrives('FIN,ACK', 301, 101))).toMatchObject({ sends: 'ACK seq=101 ack=302', state: 'CLOSE_WAIT' });
  });

  test('syn-rcvd-ack: data that waited goes out, also where the segment came ahead of a gap', () => {
    const waiting = play(inState('SYN_RCVD'), send(10));
    expect(outcome(waiting, arrives('ACK', 401, 101, 100))).toMatchObject({ sends: 'ACK seq=101 ack=301 len=10', nxt: 111, rcv: 301 });
  });

  // SND.UNA is 100, SND.NXT 101.
  test.each([99, 100, 102])('syn-rcvd-bad-ack: ACK=%i does not acknowledge our SYN and draws a RST with that number', (ack) => {
    const expected = { rules: ['syn-rcvd-bad-ack'], sends: `RST seq=${ack}`, state: 'SYN_RCVD', una: 100, nxt: 101, rcv: 301 };
    expect(outcome(inState('SYN_RCVD'), arrives('ACK', 301, ack))).toEqual(expected);
  });

  test('syn-rcvd-bad-ack-challenged: the other reading sends an ACK (MAY-12)', () => {
    const rules = ['syn-rcvd-bad-ack-challenged'];
    const expected = { rules, sends: 'ACK seq=101 ack=301', state: 'SYN_RCVD', una: 100, nxt: 101, rcv: 301 };
    expect(outcome(inState('SYN_RCVD'), arrives('ACK', 301, 500), 'syn-rcvd-bad-ack-challenged')).toEqual(expected);
  });
});

describe('data and FIN of ours', () => {
  test('ack-of-unsent: an ACK beyond SND.NXT is answered and dropped', () => {
    const expected = { rules: ['ack-of-unsent'], sends: 'ACK seq=101 ack=301', state: 'ESTABLISHED', una: 101, nxt: 101, rcv: 301 };
    expect(outcome(inState('ESTABLISHED'), arrives('ACK', 301, 102))).toEqual(expected);
    // Its text is dropped with it.
    expect(outcome(inState('ESTABLISHED'), arrives('ACK', 301, 102, 10))).toEqual(expected);
    const inLastAck = { rules: ['ack-of-unsent'], sends: 'ACK seq=102 ack=302', state: 'LAST_ACK' };
    expect(outcome(inState('LAST_ACK'), arrives('ACK', 302, 103))).toMatchObject(inLastAck);
  });

  test('ack: SND.UNA advances, the retransmission queue gets shorter', () => {
    const sent = play(inState('ESTABLISHED'), send(10), send(20));
    const expected = { rules: ['ack'], sends: 'nothing', state: 'ESTABLISHED', una: 111, nxt: 131, rcv: 301 };
    expect(outcome(sent, arrives('ACK', 301, 111))).toEqual(expected);
    expect(play(sent, arrives('ACK', 301, 111)).unacked).toHaveLength(1);
    // A segment leaves the queue when it is acknowledged entirely (§3.4).
    expect(play(sent, arrives('ACK', 301, 110))).toMatchObject({ sndUna: 110, unacked: [{ len: 10 }, { len: 20 }] });
  });

  test('ack: in CLOSING, LAST_ACK and FIN_WAIT_1 an ACK of the data alone does not end the wait for that of the FIN', () => {
    const finWait1 = play(inState('ESTABLISHED'), send(10), close);
    const closing = play(finWait1, arrives('FIN,ACK', 301, 101));
    const lastAck = play(inState('CLOSE_WAIT'), send(10), close);
    expect(outcome(finWait1, arrives('ACK', 301, 111))).toMatchObject({ rules: ['ack'], state: 'FIN_WAIT_1', una: 111, nxt: 112 });
    expect(outcome(closing, arrives('ACK', 302, 111))).toMatchObject({ rules: ['ack'], sends: 'nothing', state: 'CLOSING', una: 111 });
    expect(outcome(lastAck, arrives('ACK', 302, 111))).toMatchObject({ rules: ['ack'], sends: 'nothing', state: 'LAST_ACK', una: 111 });
  });

  test('duplicate-ack: it says nothing new', () => {
    const expected = { rules: ['duplicate-ack'], sends: 'nothing', state: 'ESTABLISHED', una: 101, nxt: 101, rcv: 301 };
    for (const ack of [90, 101]) expect(outcome(inState('ESTABLISHED'), arrives('ACK', 301, ack))).toEqual(expected);
  });

  test('fin-wait-1-fin-acked: our FIN is acknowledged, theirs is still to come', () => {
    const expected = { rules: ['fin-wait-1-fin-acked'], sends: 'nothing', state: 'FIN_WAIT_2', una: 102, nxt: 102, rcv: 301 };
    expect(outcome(inState('FIN_WAIT_1'), arrives('ACK', 301, 102))).toEqual(expected);
  });

  test('closing-fin-acked: the last thing that was missing', () => {
    const expected = { rules: ['closing-fin-acked'], sends: 'nothing', state: 'TIME_WAIT', una: 102, nxt: 102, rcv: 302 };
    expect(outcome(inState('CLOSING'), arrives('ACK', 302, 102))).toEqual(expected);
    // The retransmission timer is turned off.
    expect(outcome(play(inState('CLOSING'), arrives('ACK', 302, 102)), timeout('retransmission')).sends).toBe('nothing');
  });

  test('closing-ignored: what does not acknowledge our FIN is ignored, with text and FIN', () => {
    const expected = { rules: ['closing-ignored'], sends: 'nothing', state: 'CLOSING', una: 101, nxt: 102, rcv: 302 };
    expect(outcome(inState('CLOSING'), arrives('FIN,ACK', 302, 101))).toEqual(expected);
    expect(outcome(inState('CLOSING'), arrives('ACK', 302, 101, 10))).toEqual(expected);
  });

  test('last-ack-fin-acked: no wait on the passive side', () => {
    const expected = { rules: ['last-ack-fin-acked'], sends: 'nothing', state: 'CLOSED' };
    expect(outcome(inState('LAST_ACK'), arrives('ACK', 302, 102))).toEqual(expected);
  });

  test('time-wait-segment: whatever else has an ACK is acknowledged', () => {
    const expected = { rules: ['time-wait-segment'], sends: 'ACK seq=102 ack=302', state: 'TIME_WAIT', una: 102, nxt: 102, rcv: 302 };
    expect(outcome(inState('TIME_WAIT'), arrives('ACK', 302, 102, 10))).toEqual(expected);
  });
});
