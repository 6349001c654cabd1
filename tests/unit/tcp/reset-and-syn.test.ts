/** §3.10.7.4, second and fourth: check the RST bit and the SYN bit, with the checks of RFC 5961. */
import { describe, expect, test } from 'vitest';
import type { Event } from '#game/tcp/vocabulary.ts';
import { afterCrossedSyns, arrives, inState, outcome, play, segment, signalsOf } from './endpoints.ts';

describe('a RST', () => {
  // RCV.NXT is 301, the last number of the window 65,835.
  test.each([302, 65_835])('rst-in-window: SEQ=%i is in the window but not exact, so it is asked back', (seq) => {
    const expected = { rules: ['rst-in-window'], sends: 'ACK seq=101 ack=301', state: 'ESTABLISHED', una: 101, nxt: 101, rcv: 301 };
    expect(outcome(inState('ESTABLISHED'), arrives('RST', seq))).toEqual(expected);
    expect(outcome(inState('SYN_RCVD'), arrives('RST', seq))).toMatchObject({ rules: ['rst-in-window'], state: 'SYN_RCVD' });
  });

  test('syn-rcvd-rst-passive: back to LISTEN, the user is not told (Figure 5, note 1)', () => {
    const reset = arrives('RST', 301);
    expect(outcome(inState('SYN_RCVD'), reset)).toEqual({ rules: ['syn-rcvd-rst-passive'], sends: 'nothing', state: 'LISTEN' });
    expect(signalsOf(inState('SYN_RCVD'), reset)).toEqual([]);
    // The next one is served as if nothing had been.
    expect(outcome(play(inState('SYN_RCVD'), reset), arrives('SYN', 700)).sends).toBe('SYN,ACK seq=100 ack=701');
  });

  test('syn-rcvd-rst-reopened: the SYN that reopened was an old one; TIME_WAIT is as it was (MAY-2, second condition)', () => {
    const reopened = play(inState('TIME_WAIT'), { ...arrives('SYN', 1000), iss: 5000 });
    const expected = { rules: ['syn-rcvd-rst-reopened'], sends: 'nothing', state: 'TIME_WAIT', una: 102, nxt: 102, rcv: 302 };
    expect(outcome(reopened, arrives('RST', 1001))).toEqual(expected);
    expect(play(reopened, arrives('RST', 1001))).toEqual(inState('TIME_WAIT'));
    // Once our SYN is acknowledged it was a new one, and the old incarnation is forgotten.
    expect(play(reopened, arrives('ACK', 1001, 5001))).toMatchObject({ state: 'ESTABLISHED', former: null });
  });

  test('syn-rcvd-rst-reopened: another SYN in the window is challenged, for no OPEN waits in LISTEN', () => {
    const reopened = play(inState('TIME_WAIT'), { ...arrives('SYN', 1000), iss: 5000 });
    expect(outcome(reopened, arrives('SYN', 1100))).toMatchObject({ rules: ['challenge-syn'], state: 'SYN_RCVD' });
  });

  test('syn-rcvd-rst-active: the connection was refused', () => {
    const reset = arrives('RST', 301);
    expect(outcome(afterCrossedSyns(), reset)).toEqual({ rules: ['syn-rcvd-rst-active'], sends: 'nothing', state: 'CLOSED' });
    expect(signalsOf(afterCrossedSyns(), reset)).toEqual(['connection-refused']);
  });

  test.each([
    ['ESTABLISHED', 301],
    ['FIN_WAIT_1', 301],
    ['FIN_WAIT_2', 301],
    ['CLOSE_WAIT', 302],
  ] as const)('rst: in %s an exact one ends the connection, without an answer', (state, seq) => {
    expect(outcome(inState(state), arrives('RST', seq))).toEqual({ rules: ['rst'], sends: 'nothing', state: 'CLOSED' });
    expect(signalsOf(inState(state), arrives('RST', seq))).toEqual(['connection-reset']);
  });

  test('rst: a CLOSE at once comes too late, and is told so as well', () => {
    const joined: Event = { type: 'segment', segment: segment('RST', 301), joined: 'close' };
    expect(signalsOf(inState('ESTABLISHED'), joined)).toEqual(['connection-reset', 'connection-does-not-exist']);
  });

  test.each(['CLOSING', 'LAST_ACK'] as const)('late-rst: in %s it ends what is ending anyway', (state) => {
    expect(outcome(inState(state), arrives('RST', 302))).toEqual({ rules: ['late-rst'], sends: 'nothing', state: 'CLOSED' });
    expect(signalsOf(inState(state), arrives('RST', 302))).toEqual([]);
  });

  test('time-wait-rst: it ends the wait', () => {
    expect(outcome(inState('TIME_WAIT'), arrives('RST', 302))).toEqual({ rules: ['time-wait-rst'], sends: 'nothing', state: 'CLOSED' });
  });

  test('time-wait-rst-ignored: the other reading does not let the wait be cut short (RFC 1337)', () => {
    const expected = { rules: ['time-wait-rst-ignored'], sends: 'nothing', state: 'TIME_WAIT', una: 102, nxt: 102, rcv: 302 };
    expect(outcome(inState('TIME_WAIT'), arrives('RST', 302), 'time-wait-rst-ignored')).toEqual(expected);
  });
});

describe('a SYN in the window', () => {
  test('syn-rcvd-new-syn: a passive connection attempt is given up', () => {
    expect(outcome(inState('SYN_RCVD'), arrives('SYN', 400))).toEqual({ rules: ['syn-rcvd-new-syn'], sends: 'nothing', state: 'LISTEN' });
  });

  test.each([
    ['ESTABLISHED', 'ACK seq=101 ack=301'],
    ['FIN_WAIT_1', 'ACK seq=102 ack=301'],
    ['FIN_WAIT_2', 'ACK seq=102 ack=301'],
    ['CLOSE_WAIT', 'ACK seq=101 ack=302'],
    ['CLOSING', 'ACK seq=102 ack=302'],
    ['LAST_ACK', 'ACK seq=102 ack=302'],
  ] as const)('challenge-syn: %s answers with a challenge ACK and stays', (state, sends) => {
    expect(outcome(inState(state), arrives('SYN', 400))).toMatchObject({ rules: ['challenge-syn'], sends, state });
  });

  test('challenge-syn: so does SYN_RCVD after an active OPEN, and TIME_WAIT where it acknowledges something', () => {
    const challenged = { rules: ['challenge-syn'], sends: 'ACK seq=101 ack=301', state: 'SYN_RCVD', una: 100, nxt: 101, rcv: 301 };
    expect(outcome(afterCrossedSyns(), arrives('SYN', 400))).toEqual(challenged);
    const inTimeWait = { rules: ['challenge-syn'], sends: 'ACK seq=102 ack=302', state: 'TIME_WAIT' };
    expect(outcome(inState('TIME_WAIT'), arrives('SYN,ACK', 400, 102))).toMatchObject(inTimeWait);
  });
});
