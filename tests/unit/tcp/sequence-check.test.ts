/** §3.10.7.4, first: check sequence number; before it the cases that the house rules take out of it. RCV.NXT 301 or, after a FIN, 302. */
import { describe, expect, test } from 'vitest';
import { afterCrossedSyns, arrives, inState, outcome, play, send } from './endpoints.ts';

describe('SYN_RCVD, the same SYN once more', () => {
  const crossed = arrives('SYN,ACK', 300, 101);

  test('syn-rcvd-crossed-syn-ack: its ACK is taken, as in Figure 7 (house rule A)', () => {
    const expected = { rules: ['syn-rcvd-crossed-syn-ack'], sends: 'nothing', state: 'ESTABLISHED', una: 101, nxt: 101, rcv: 301 };
    expect(outcome(afterCrossedSyns(), crossed)).toEqual(expected);
  });

  test('syn-rcvd-crossed-syn-ack: what waited goes out now', () => {
    expect(outcome(play(afterCrossedSyns(), send(10)), crossed).sends).toBe('ACK seq=101 ack=301 len=10');
  });

  test('syn-rcvd-crossed-syn-ack: what came with the first SYN is processed now', () => {
    const received = play(inState('SYN_SENT'), arrives('SYN', 300, null, 10));
    expect(outcome(received, crossed)).toMatchObject({ sends: 'ACK seq=101 ack=311', state: 'ESTABLISHED', rcv: 311 });
  });

  test('syn-rcvd-crossed-syn-ack: after a passive OPEN the SYNs cannot have crossed; it is an old segment', () => {
    expect(outcome(inState('SYN_RCVD'), crossed)).toMatchObject({
      rules: ['unacceptable'],
      sends: 'ACK seq=101 ack=301',
      state: 'SYN_RCVD',
    });
  });

  test.each([100, 102])('syn-rcvd-crossed-syn-ack: ACK=%i is not of our SYN, so nothing is taken', (ack) => {
    const expected = { rules: ['syn-rcvd-unacceptable-ack'], sends: 'ACK seq=101 ack=301', state: 'SYN_RCVD' };
    expect(outcome(afterCrossedSyns(), arrives('SYN,ACK', 300, ack))).toMatchObject(expected);
  });

  test('syn-rcvd-crossed-syn-ack-acked: the other reading also sends the ACK of step 1', () => {
    const rules = ['syn-rcvd-crossed-syn-ack-acked'];
    const expected = { rules, sends: 'ACK seq=101 ack=301', state: 'ESTABLISHED', una: 101, nxt: 101, rcv: 301 };
    expect(outcome(afterCrossedSyns(), crossed, 'syn-rcvd-crossed-syn-ack-acked')).toEqual(expected);
  });

  test('syn-rcvd-same-syn: it lies before RCV.NXT and is answered with an ACK', () => {
    const expected = { rules: ['syn-rcvd-same-syn'], sends: 'ACK seq=101 ack=301', state: 'SYN_RCVD', una: 100, nxt: 101, rcv: 301 };
    expect(outcome(inState('SYN_RCVD'), arrives('SYN', 300))).toEqual(expected);
    expect(outcome(afterCrossedSyns(), arrives('SYN', 300))).toEqual(expected);
  });

  test('syn-rcvd-same-syn-again: the other reading repeats the SYN,ACK', () => {
    const sends = 'SYN,ACK seq=100 ack=301';
    const expected = { rules: ['syn-rcvd-same-syn-again'], sends, state: 'SYN_RCVD', una: 100, nxt: 101, rcv: 301 };
    expect(outcome(inState('SYN_RCVD'), arrives('SYN', 300), 'syn-rcvd-same-syn-again')).toEqual(expected);
  });
});

describe('TIME_WAIT', () => {
  const unchanged = { state: 'TIME_WAIT', una: 102, nxt: 102, rcv: 302 };
  const newSyn = { ...arrives('SYN', 1000), iss: 5000 };

  test('time-wait-new-syn: a SYN beyond all that was seen reopens, with a new ISS (MAY-2)', () => {
    const expected = {
      rules: ['time-wait-new-syn'],
      sends: 'SYN,ACK seq=5000 ack=1001',
      state: 'SYN_RCVD',
      una: 5000,
      nxt: 5001,
      rcv: 1001,
    };
    expect(outcome(inState('TIME_WAIT'), newSyn)).toEqual(expected);
    expect(outcome(inState('TIME_WAIT'), { ...arrives('SYN', 302), iss: 5000 }).rules).toEqual(['time-wait-new-syn']);
  });

  test('time-wait-new-syn: our ISS has to be larger than every number that we used (MAY-2, first condition)', () => {
    // The FIN took 101, SND.NXT is 102.
    const rulesWith = (iss: number) => outcome(inState('TIME_WAIT'), { ...newSyn, iss }).rules;
    expect([102, 5000].map(rulesWith)).toEqual([['time-wait-new-syn'], ['time-wait-new-syn']]);
    expect([101, 0, 2 ** 31 + 102].map(rulesWith)).toEqual([['challenge-syn'], ['challenge-syn'], ['challenge-syn']]);
  });

  test('time-wait-new-syn: nothing of the old connection is left', () => {
    // The old one was closed by a CLOSE that had to wait for the handshake.
    const waited = play(inState('SYN_RCVD'), send(10), { type: 'close' }, arrives('ACK', 301, 101), arrives('ACK', 301, 112));
    const reopened = play(waited, arrives('FIN,ACK', 301, 112), newSyn);
    expect(outcome(reopened, arrives('ACK', 1001, 5001))).toMatchObject({
      rules: ['syn-rcvd-ack'],
      sends: 'nothing',
      state: 'ESTABLISHED',
    });
  });

  test('time-wait-new-syn: one that is not beyond is an old one', () => {
    const expected = { rules: ['unacceptable'], sends: 'ACK seq=102 ack=302', ...unchanged };
    expect(outcome(inState('TIME_WAIT'), arrives('SYN', 301))).toEqual(expected);
  });

  test('time-wait-new-syn-challenged: the other reading sends a challenge ACK', () => {
    const expected = { rules: ['time-wait-new-syn-challenged'], sends: 'ACK seq=102 ack=302', ...unchanged };
    expect(outcome(inState('TIME_WAIT'), newSyn, 'time-wait-new-syn-challenged')).toEqual(expected);
  });

  test('time-wait-fin: with a SYN on it, it is answered as a SYN', () => {
    expect(outcome(inState('TIME_WAIT'), arrives('SYN,FIN,ACK', 301, 102))).toMatchObject({ rules: ['challenge-syn'], state: 'TIME_WAIT' });
  });

  test('old-fin: with a SYN on it, it is no FIN of this connection', () => {
    expect(outcome(inState('CLOSE_WAIT'), arrives('SYN,FIN,ACK', 200, 101))).toMatchObject({
      rules: ['unacceptable'],
      state: 'CLOSE_WAIT',
    });
  });

  test('time-wait-fin: the FIN that comes again is acknowledged again', () => {
    const expected = { rules: ['time-wait-fin'], sends: 'ACK seq=102 ack=302', ...unchanged };
    expect(outcome(inState('TIME_WAIT'), arrives('FIN,ACK', 301, 102))).toEqual(expected);
  });

  test('time-wait-ack: a bare ACK is not answered', () => {
    const expected = { rules: ['time-wait-ack'], sends: 'nothing', ...unchanged };
    for (const seq of [301, 302, 400]) expect(outcome(inState('TIME_WAIT'), arrives('ACK', seq, 102))).toEqual(expected);
  });
});

describe('unacceptable segments', () => {
  const sameFin = arrives('FIN,ACK', 301, 101);

  test('old-fin: in CLOSE_WAIT, CLOSING and LAST_ACK the FIN that comes again is acknowledged again', () => {
    const rules = ['old-fin'];
    expect(outcome(inState('CLOSE_WAIT'), sameFin)).toEqual({
      rules,
      sends: 'ACK seq=101 ack=302',
      state: 'CLOSE_WAIT',
      una: 101,
      nxt: 101,
      rcv: 302,
    });
    expect(outcome(inState('CLOSING'), sameFin)).toEqual({
      rules,
      sends: 'ACK seq=102 ack=302',
      state: 'CLOSING',
      una: 101,
      nxt: 102,
      rcv: 302,
    });
    expect(outcome(inState('LAST_ACK'), sameFin)).toEqual({
      rules,
      sends: 'ACK seq=102 ack=302',
      state: 'LAST_ACK',
      una: 101,
      nxt: 102,
      rcv: 302,
    });
  });

  test('old-fin: its ACK field is not looked at, for the segment is dropped', () => {
    expect(outcome(inState('LAST_ACK'), arrives('FIN,ACK', 301, 102))).toMatchObject({ state: 'LAST_ACK', una: 101 });
  });

  // The window is 301 to 65,835.
  test.each([300, 65_836])('unacceptable-rst: a RST with SEQ=%i is dropped without a word', (seq) => {
    const expected = { rules: ['unacceptable-rst'], sends: 'nothing', state: 'ESTABLISHED', una: 101, nxt: 101, rcv: 301 };
    expect(outcome(inState('ESTABLISHED'), arrives('RST', seq))).toEqual(expected);
  });

  test('syn-rcvd-unacceptable-ack: in SYN_RCVD the sequence number is checked before the acknowledgment number', () => {
    const expected = {
      rules: ['syn-rcvd-unacceptable-ack'],
      sends: 'ACK seq=101 ack=301',
      state: 'SYN_RCVD',
      una: 100,
      nxt: 101,
      rcv: 301,
    };
    expect(outcome(inState('SYN_RCVD'), arrives('ACK', 291, 500))).toEqual(expected);
    expect(outcome(inState('SYN_RCVD'), arrives('ACK', 291, 101))).toMatchObject({ rules: ['unacceptable'] });
    expect(outcome(inState('SYN_RCVD'), arrives('RST,ACK', 291, 500))).toMatchObject({ rules: ['unacceptable-rst'], sends: 'nothing' });
  });

  test('syn-rcvd-unacceptable-ack-reset: the other reading resets what acknowledges what was never sent (§3.5.2)', () => {
    const rules = ['syn-rcvd-unacceptable-ack-reset'];
    const expected = { rules, sends: 'RST seq=500', state: 'SYN_RCVD', una: 100, nxt: 101, rcv: 301 };
    expect(outcome(inState('SYN_RCVD'), arrives('ACK', 291, 500), 'syn-rcvd-unacceptable-ack-reset')).toEqual(expected);
  });

  test.each([
    ['data that was received before', arrives('ACK', 201, 101, 100)],
    ['an ACK with an old number', arrives('ACK', 300, 101)],
    ['data beyond the window', arrives('ACK', 65_836, 101, 10)],
    ['a SYN from before', arrives('SYN', 300)],
  ])('unacceptable: %s is answered with what is expected, and dropped', (_what, event) => {
    const expected = { rules: ['unacceptable'], sends: 'ACK seq=101 ack=301', state: 'ESTABLISHED', una: 101, nxt: 101, rcv: 301 };
    expect(outcome(inState('ESTABLISHED'), event)).toEqual(expected);
  });
});
