/** §3.10.1 to §3.10.5: user calls. Numbers by hand from the text of the RFC; ISS 100, the peer's 300. */
import { describe, expect, test } from 'vitest';
import type { State } from '#game/tcp/vocabulary.ts';
import { abort, arrives, close, inState, openActive, openPassive, outcome, play, send, signalsOf } from './endpoints.ts';

describe('OPEN, §3.10.1', () => {
  test('closed-open-active: a SYN with our ISS goes out and takes one number', () => {
    const expected = { rules: ['closed-open-active'], sends: 'SYN seq=100', state: 'SYN_SENT', una: 100, nxt: 101, rcv: 0 };
    expect(outcome(inState('CLOSED'), openActive)).toEqual(expected);
  });

  test('closed-open-passive: nothing goes out', () => {
    expect(outcome(inState('CLOSED'), openPassive)).toEqual({ rules: ['closed-open-passive'], sends: 'nothing', state: 'LISTEN' });
  });

  test('listen-open-active: the passive OPEN turns into an active one', () => {
    const expected = { rules: ['listen-open-active'], sends: 'SYN seq=100', state: 'SYN_SENT', una: 100, nxt: 101, rcv: 0 };
    expect(outcome(inState('LISTEN'), openActive)).toEqual(expected);
    // It is an active OPEN from now on: a reset after crossed SYNs leads to CLOSED, not back to LISTEN (MUST-11).
    expect(play(inState('LISTEN'), openActive, arrives('SYN', 300), arrives('RST', 301)).state).toBe('CLOSED');
  });
});

describe('SEND, §3.10.2', () => {
  test('listen-send: the SYN goes out first, the data waits for ESTABLISHED', () => {
    const expected = { rules: ['listen-send'], sends: 'SYN seq=100', state: 'SYN_SENT', una: 100, nxt: 101, rcv: 0 };
    expect(outcome(inState('LISTEN'), send(10))).toEqual(expected);
    expect(outcome(play(inState('LISTEN'), send(10)), arrives('SYN,ACK', 300, 101)).sends).toBe('ACK seq=101 ack=301 len=10');
  });

  test('opening-send: before ESTABLISHED the data is queued', () => {
    const rules = ['opening-send'];
    expect(outcome(inState('SYN_SENT'), send(10))).toEqual({ rules, sends: 'nothing', state: 'SYN_SENT', una: 100, nxt: 101, rcv: 0 });
    expect(outcome(inState('SYN_RCVD'), send(10))).toEqual({ rules, sends: 'nothing', state: 'SYN_RCVD', una: 100, nxt: 101, rcv: 301 });
  });

  test('send: data goes out with an acknowledgement of RCV.NXT and takes its octets in numbers', () => {
    const rules = ['send'];
    const sends = 'ACK seq=101 ack=301 len=10';
    expect(outcome(inState('ESTABLISHED'), send(10))).toEqual({ rules, sends, state: 'ESTABLISHED', una: 101, nxt: 111, rcv: 301 });
    const halfClosed = { rules, sends: 'ACK seq=101 ack=302 len=10', state: 'CLOSE_WAIT', una: 101, nxt: 111, rcv: 302 };
    expect(outcome(inState('CLOSE_WAIT'), send(10))).toEqual(halfClosed);
  });
});

describe('CLOSE, §3.10.4', () => {
  test('listen-close: the TCB is deleted, nothing goes out', () => {
    expect(outcome(inState('LISTEN'), close)).toEqual({ rules: ['listen-close'], sends: 'nothing', state: 'CLOSED' });
  });

  test('syn-sent-close: the TCB is deleted, nothing goes out', () => {
    expect(outcome(inState('SYN_SENT'), close)).toEqual({ rules: ['syn-sent-close'], sends: 'nothing', state: 'CLOSED' });
  });

  test('syn-rcvd-close-queued: where data waits, the FIN waits behind it', () => {
    const expected = { rules: ['syn-rcvd-close-queued'], sends: 'nothing', state: 'SYN_RCVD', una: 100, nxt: 101, rcv: 301 };
    expect(outcome(play(inState('SYN_RCVD'), send(10)), close)).toEqual(expected);
  });

  test('syn-rcvd-close: where nothing waits, the FIN goes out at once', () => {
    const expected = { rules: ['syn-rcvd-close'], sends: 'FIN,ACK seq=101 ack=301', state: 'FIN_WAIT_1', una: 100, nxt: 102, rcv: 301 };
    expect(outcome(inState('SYN_RCVD'), close)).toEqual(expected);
  });

  test('established-close: the FIN takes one number', () => {
    const expected = { rules: ['established-close'], sends: 'FIN,ACK seq=101 ack=301', state: 'FIN_WAIT_1', una: 101, nxt: 102, rcv: 301 };
    expect(outcome(inState('ESTABLISHED'), close)).toEqual(expected);
  });

  test('close-wait-close: the second FIN acknowledges the first once more', () => {
    const expected = { rules: ['close-wait-close'], sends: 'FIN,ACK seq=101 ack=302', state: 'LAST_ACK', una: 101, nxt: 102, rcv: 302 };
    expect(outcome(inState('CLOSE_WAIT'), close)).toEqual(expected);
  });
});

describe('ABORT, §3.10.5', () => {
  const NUMBER_OF_RST = { SYN_RCVD: 101, ESTABLISHED: 101, FIN_WAIT_1: 102, FIN_WAIT_2: 102, CLOSE_WAIT: 101 } as const;
  const STATES_WITH_RST = Object.keys(NUMBER_OF_RST) as (keyof typeof NUMBER_OF_RST)[];

  test.each(['LISTEN', 'SYN_SENT'] as const)('early-abort: in %s nobody is told', (state) => {
    expect(outcome(inState(state), abort)).toEqual({ rules: ['early-abort'], sends: 'nothing', state: 'CLOSED' });
    expect(signalsOf(inState(state), abort)).toEqual(['connection-reset']);
  });

  test.each(STATES_WITH_RST)('abort: in %s a RST goes out with SEQ=SND.NXT', (state) => {
    expect(outcome(inState(state), abort)).toEqual({ rules: ['abort'], sends: `RST seq=${NUMBER_OF_RST[state]}`, state: 'CLOSED' });
    expect(signalsOf(inState(state), abort)).toEqual(['connection-reset']);
  });

  test('abort-rst-ack: the other spelling carries the acknowledgement', () => {
    const expected = { rules: ['abort-rst-ack'], sends: 'RST,ACK seq=101 ack=301', state: 'CLOSED' };
    expect(outcome(inState('ESTABLISHED'), abort, 'abort-rst-ack')).toEqual(expected);
  });

  test('abort-time-wait: the other reading lingers (Figure 5, note 3)', () => {
    const expected = { rules: ['abort-time-wait'], sends: 'RST seq=102', state: 'TIME_WAIT', una: 102, nxt: 102, rcv: 301 };
    expect(outcome(inState('FIN_WAIT_2'), abort, 'abort-time-wait')).toEqual(expected);
  });

  test.each(['CLOSING', 'LAST_ACK', 'TIME_WAIT'] as const)('late-abort: in %s both FINs are exchanged, so nothing goes out', (state) => {
    expect(outcome(inState(state), abort)).toEqual({ rules: ['late-abort'], sends: 'nothing', state: 'CLOSED' });
    expect(signalsOf(inState(state), abort)).toEqual([]);
  });
});

describe('a call that is only answered with an error', () => {
  const FINISHED_SENDING: readonly State[] = ['FIN_WAIT_1', 'FIN_WAIT_2', 'CLOSING', 'LAST_ACK', 'TIME_WAIT'];

  test.each(FINISHED_SENDING)('SEND and CLOSE in %s: connection closing, and no second FIN', (state) => {
    for (const call of [send(10), close]) {
      expect(outcome(inState(state), call)).toMatchObject({ rules: [], sends: 'nothing', state });
      expect(signalsOf(inState(state), call)).toEqual(['connection-closing']);
    }
  });

  test.each([send(10), close, abort])('$type in CLOSED: connection does not exist', (call) => {
    expect(outcome(inState('CLOSED'), call)).toEqual({ rules: [], sends: 'nothing', state: 'CLOSED' });
    expect(signalsOf(inState('CLOSED'), call)).toEqual(['connection-does-not-exist']);
  });

  test('OPEN from SYN_SENT on: connection already exists', () => {
    for (const state of ['SYN_SENT', 'SYN_RCVD', 'ESTABLISHED', 'CLOSE_WAIT', ...FINISHED_SENDING] as const)
      expect(signalsOf(inState(state), openActive)).toEqual(['connection-already-exists']);
  });
});
