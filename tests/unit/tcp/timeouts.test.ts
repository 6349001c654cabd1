/** §3.10.8: timeouts. What is sent again keeps its number; its acknowledgement is the current one (§3.8). */
import { describe, expect, test } from 'vitest';
import { STATES } from '#game/tcp/vocabulary.ts';
import { afterCrossedSyns, arrives, close, inState, outcome, play, send, signalsOf, timeout } from './endpoints.ts';

const retransmission = timeout('retransmission');

describe('retransmission', () => {
  test('retransmit-syn: the same SYN once more', () => {
    const expected = { rules: ['retransmit-syn'], sends: 'SYN seq=100', state: 'SYN_SENT', una: 100, nxt: 101, rcv: 0 };
    expect(outcome(inState('SYN_SENT'), retransmission)).toEqual(expected);
  });

  test('retransmit-syn-ack: the same SYN,ACK once more', () => {
    const sends = 'SYN,ACK seq=100 ack=301';
    const expected = { rules: ['retransmit-syn-ack'], sends, state: 'SYN_RCVD', una: 100, nxt: 101, rcv: 301 };
    expect(outcome(inState('SYN_RCVD'), retransmission)).toEqual(expected);
    expect(outcome(afterCrossedSyns(), retransmission)).toEqual(expected);
  });

  test('retransmit-syn-ack: a FIN behind it has to wait', () => {
    const closed = play(inState('SYN_RCVD'), close);
    const expected = { rules: ['retransmit-syn-ack'], sends: 'SYN,ACK seq=100 ack=301', state: 'FIN_WAIT_1', una: 100, nxt: 102, rcv: 301 };
    expect(outcome(closed, retransmission)).toEqual(expected);
    expect(outcome(play(closed, arrives('ACK', 301, 101)), retransmission).sends).toBe('FIN,ACK seq=101 ack=301');
  });

  test('retransmit-syn-alone: after crossed SYNs the other reading repeats the bare SYN', () => {
    const expected = { rules: ['retransmit-syn-alone'], sends: 'SYN seq=100', state: 'SYN_RCVD', una: 100, nxt: 101, rcv: 301 };
    expect(outcome(afterCrossedSyns(), retransmission, 'retransmit-syn-alone')).toEqual(expected);
    // A listener never sent a bare SYN.
    expect(outcome(inState('SYN_RCVD'), retransmission, 'retransmit-syn-alone').rules).toEqual(['retransmit-syn-ack']);
  });

  test('retransmit-fin: the same FIN once more', () => {
    const rules = ['retransmit-fin'];
    const first = { rules, sends: 'FIN,ACK seq=101 ack=301', state: 'FIN_WAIT_1', una: 101, nxt: 102, rcv: 301 };
    expect(outcome(inState('FIN_WAIT_1'), retransmission)).toEqual(first);
    const last = { rules, sends: 'FIN,ACK seq=101 ack=302', state: 'LAST_ACK', una: 101, nxt: 102, rcv: 302 };
    expect(outcome(inState('LAST_ACK'), retransmission)).toEqual(last);
    // Sent first with ACK=301: the peer's FIN has come since.
    const both = { rules, sends: 'FIN,ACK seq=101 ack=302', state: 'CLOSING', una: 101, nxt: 102, rcv: 302 };
    expect(outcome(inState('CLOSING'), retransmission)).toEqual(both);
  });

  test('retransmit-data: the segment at the front of the queue', () => {
    const sent = play(inState('ESTABLISHED'), send(10), send(20));
    const sends = 'ACK seq=101 ack=301 len=10';
    const expected = { rules: ['retransmit-data'], sends, state: 'ESTABLISHED', una: 101, nxt: 131, rcv: 301 };
    expect(outcome(sent, retransmission)).toEqual(expected);
    expect(outcome(play(sent, arrives('ACK', 301, 111)), retransmission).sends).toBe('ACK seq=111 ack=301 len=20');
  });

  test('retransmit-data: data goes before the FIN that followed it', () => {
    const sent = play(inState('ESTABLISHED'), send(10), close);
    expect(outcome(sent, retransmission)).toMatchObject({ rules: ['retransmit-data'], sends: 'ACK seq=101 ack=301 len=10' });
    expect(outcome(play(sent, arrives('ACK', 301, 111)), retransmission).sends).toBe('FIN,ACK seq=111 ack=301');
  });

  test.each(['CLOSED', 'LISTEN', 'ESTABLISHED', 'FIN_WAIT_2', 'CLOSE_WAIT', 'TIME_WAIT'] as const)(
    'with nothing under way the timer does not run in %s',
    (state) => {
      expect(outcome(inState(state), retransmission)).toMatchObject({ rules: [], sends: 'nothing', state });
    },
  );
});

describe('the other timers', () => {
  test('two-msl: the wait is over', () => {
    expect(outcome(inState('TIME_WAIT'), timeout('2msl'))).toEqual({ rules: ['two-msl'], sends: 'nothing', state: 'CLOSED' });
  });

  test('two-msl: it runs in TIME_WAIT only', () => {
    for (const state of STATES.filter((one) => one !== 'TIME_WAIT')) expect(outcome(inState(state), timeout('2msl')).rules).toEqual([]);
  });

  test.each(STATES.filter((state) => state !== 'CLOSED'))('user-timeout: %s is given up', (state) => {
    expect(outcome(inState(state), timeout('user'))).toEqual({ rules: ['user-timeout'], sends: 'nothing', state: 'CLOSED' });
    expect(signalsOf(inState(state), timeout('user'))).toEqual(['user-timeout']);
  });
});
