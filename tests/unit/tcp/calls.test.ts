/** §3.10.1 to §3.10.6: user calls. Numbers by hand from the text of the RFC; ISS 100, the peer's 300. */
import { describe, expect, test } from 'vitest';
import type { Endpoint } from '#game/tcp/endpoint.ts';
import { isRefusal, type RuleId } from '#game/tcp/rules.ts';
import { step } from '#game/tcp/step.ts';
import { CALLS, STATES, type Event, type Signal, type State } from '#game/tcp/vocabulary.ts';
import { abort, arrives, close, inState, openActive, openPassive, outcome, play, send, signalsOf, timeout, windowOf } from './endpoints.ts';

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

  test('listen-send-on-syn: the other reading sends the data with the SYN', () => {
    const rules = ['listen-send-on-syn'];
    const expected = { rules, sends: 'SYN seq=100 len=10', state: 'SYN_SENT', una: 100, nxt: 111, rcv: 0 };
    expect(outcome(inState('LISTEN'), send(10), 'listen-send-on-syn')).toEqual(expected);
  });

  test('listen-send-on-syn: the peer may take the SYN alone; then only the data is sent again', () => {
    const { endpoint } = step(inState('LISTEN'), send(10), 'listen-send-on-syn');
    expect(outcome(endpoint, timeout('retransmission')).sends).toBe('SYN seq=100');
    const taken = { sends: 'ACK seq=111 ack=301', state: 'ESTABLISHED', una: 101, nxt: 111 };
    expect(outcome(endpoint, arrives('SYN,ACK', 300, 101))).toMatchObject(taken);
    const retransmitted = outcome(play(endpoint, arrives('SYN,ACK', 300, 101)), timeout('retransmission'));
    expect(retransmitted).toMatchObject({ rules: ['retransmit-data'], sends: 'ACK seq=101 ack=301 len=10', nxt: 111 });
    expect(outcome(endpoint, arrives('SYN,ACK', 300, 111))).toMatchObject({ state: 'ESTABLISHED', una: 111, nxt: 111 });
  });

  test('listen-send-on-syn: after crossed SYNs the SYN,ACK takes the place of the SYN, and the data stays', () => {
    const { endpoint } = step(inState('LISTEN'), send(10), 'listen-send-on-syn');
    const crossed = play(endpoint, arrives('SYN', 300));
    expect(outcome(crossed, timeout('retransmission')).sends).toBe('SYN,ACK seq=100 ack=301');
    // A SEND has been issued, so that CLOSE waits for ESTABLISHED (§3.10.4).
    expect(outcome(crossed, close)).toMatchObject({ rules: ['syn-rcvd-close-queued'], state: 'SYN_RCVD' });
    expect(outcome(play(crossed, close), arrives('ACK', 301, 101))).toMatchObject({
      sends: 'FIN,ACK seq=111 ack=301',
      state: 'FIN_WAIT_1',
    });
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
    expect(signalsOf(inState('LISTEN'), close)).toEqual(['connection-closing']);
  });

  test('syn-sent-close: the TCB is deleted, nothing goes out', () => {
    expect(outcome(inState('SYN_SENT'), close)).toEqual({ rules: ['syn-sent-close'], sends: 'nothing', state: 'CLOSED' });
    expect(signalsOf(inState('SYN_SENT'), close)).toEqual(['connection-closing']);
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

  test('abort-rst-ack-time-wait: the two other readings go together', () => {
    const rules = ['abort-rst-ack-time-wait'];
    const expected = { rules, sends: 'RST,ACK seq=101 ack=302', state: 'TIME_WAIT', una: 101, nxt: 101, rcv: 302 };
    expect(outcome(inState('CLOSE_WAIT'), abort, 'abort-rst-ack-time-wait')).toEqual(expected);
  });

  test.each(['CLOSING', 'LAST_ACK', 'TIME_WAIT'] as const)('late-abort: in %s both FINs are exchanged, so nothing goes out', (state) => {
    expect(outcome(inState(state), abort)).toEqual({ rules: ['late-abort'], sends: 'nothing', state: 'CLOSED' });
    expect(signalsOf(inState(state), abort)).toEqual([]);
  });
});

describe('RECEIVE and STATUS, §3.10.3 and §3.10.6, tell and change nothing', () => {
  const receive: Event = { type: 'receive' };
  const status: Event = { type: 'status' };

  test.each(['LISTEN', 'SYN_SENT', 'SYN_RCVD'] as const)('opening-receive: in %s it waits', (state) => {
    expect(outcome(inState(state), receive)).toMatchObject({ rules: ['opening-receive'], sends: 'nothing', state });
    expect(step(inState(state), receive)).toMatchObject({ endpoint: inState(state), signals: [] });
  });

  test.each(['ESTABLISHED', 'FIN_WAIT_1', 'FIN_WAIT_2'] as const)('receive: in %s it is served, also after our own FIN', (state) => {
    expect(outcome(inState(state), receive)).toMatchObject({ rules: ['receive'], sends: 'nothing', state });
    expect(step(inState(state), receive)).toMatchObject({ endpoint: inState(state), signals: [] });
  });

  test.each(STATES.filter((state) => state !== 'CLOSED'))('status: %s is told', (state) => {
    expect(outcome(inState(state), status)).toMatchObject({ rules: ['status'], sends: 'nothing', state });
    expect(step(inState(state), status)).toMatchObject({ endpoint: inState(state), signals: [] });
  });
});

describe('a call that is only answered with an error', () => {
  const OWN_FIN_SENT: readonly State[] = ['FIN_WAIT_1', 'FIN_WAIT_2', 'CLOSING', 'LAST_ACK', 'TIME_WAIT'];
  const OPENED: readonly State[] = ['SYN_SENT', 'SYN_RCVD', 'ESTABLISHED', 'CLOSE_WAIT', ...OWN_FIN_SENT];

  function expectRefusal(at: Endpoint, call: Event, rule: RuleId, signal: Signal) {
    expect(step(at, call)).toEqual({ endpoint: at, segments: [], rules: [rule], signals: [signal] });
    expect(isRefusal(rule)).toBe(true);
  }

  test('open-active-again: from SYN_SENT on the connection exists', () => {
    for (const state of OPENED) expectRefusal(inState(state), openActive, 'open-active-again', 'connection-already-exists');
  });

  test('open-passive-again: from LISTEN on', () => {
    for (const state of ['LISTEN', ...OPENED] as const)
      expectRefusal(inState(state), openPassive, 'open-passive-again', 'connection-already-exists');
  });

  test('closed-send: there is no connection', () => {
    expectRefusal(inState('CLOSED'), send(10), 'closed-send', 'connection-does-not-exist');
  });

  test('closed-receive: there is no connection', () => {
    expectRefusal(inState('CLOSED'), { type: 'receive' }, 'closed-receive', 'connection-does-not-exist');
  });

  test('closed-close: there is no connection', () => {
    expectRefusal(inState('CLOSED'), close, 'closed-close', 'connection-does-not-exist');
  });

  test('closed-abort: there is no connection', () => {
    expectRefusal(inState('CLOSED'), abort, 'closed-abort', 'connection-does-not-exist');
  });

  test('closed-status: there is no connection', () => {
    expectRefusal(inState('CLOSED'), { type: 'status' }, 'closed-status', 'connection-does-not-exist');
  });

  test.each(OWN_FIN_SENT)('closing-send: in %s nothing can follow our FIN', (state) => {
    expectRefusal(inState(state), send(10), 'closing-send', 'connection-closing');
  });

  test.each(OWN_FIN_SENT)('closing-close: in %s there is no second FIN', (state) => {
    expectRefusal(inState(state), close, 'closing-close', 'connection-closing');
  });

  test.each(['CLOSE_WAIT', 'CLOSING', 'LAST_ACK', 'TIME_WAIT'] as const)('closing-receive: in %s nothing is left to be read', (state) => {
    expectRefusal(inState(state), { type: 'receive' }, 'closing-receive', 'connection-closing');
  });

  const closeWaits = [play(inState('SYN_RCVD'), send(10), close), play(inState('CLOSE_WAIT'), windowOf(0), send(10), close)];

  test('send-after-close: where a CLOSE waits, no SEND is taken any more (§3.6)', () => {
    for (const at of closeWaits) expectRefusal(at, send(10), 'send-after-close', 'connection-closing');
  });

  test('close-after-close: where a CLOSE waits, another one changes nothing', () => {
    for (const at of closeWaits) expectRefusal(at, close, 'close-after-close', 'connection-closing');
  });

  test('every call has exactly one rule in every state', () => {
    for (const type of CALLS)
      for (const state of STATES) {
        const call: Event = type === 'send' ? send(10) : { type };
        expect(step(inState(state), call).rules, `${type} in ${state}`).toHaveLength(1);
      }
  });
});
