/** §3.8.6 and §3.10.7.4, fifth: SND.WND, what waits for it and what a CLOSE does meanwhile. SND.UNA is 101 throughout. */
import { describe, expect, test } from 'vitest';
import type { Endpoint } from '#game/tcp/endpoint.ts';
import { step } from '#game/tcp/step.ts';
import type { Event } from '#game/tcp/vocabulary.ts';
import { usableWindow } from '#game/tcp/window.ts';
import { arrives, close, inState, outcome, play, segment, send, timeout, windowOf } from './endpoints.ts';

/** The same as `arrives`, with a window. */
function offers(wnd: number, flags: string, seq: number, ack: number | null, len = 0): Event {
  return { type: 'segment', segment: { ...segment(flags, seq, ack, len), wnd } };
}

const withWindow = (wnd: number): Endpoint => play(inState('ESTABLISHED'), windowOf(wnd));
const zeroWindow = withWindow(0);
const halfClosedAtZero = play(inState('CLOSE_WAIT'), windowOf(0));

describe('SND.WND', () => {
  test('is what the SYN,ACK, or the ACK of the handshake, offers', () => {
    const active = play(inState('SYN_SENT'), offers(1000, 'SYN,ACK', 300, 101));
    const passive = play(inState('SYN_RCVD'), offers(2000, 'ACK', 301, 101));
    const crossed = play(inState('SYN_SENT'), offers(3000, 'SYN', 300, null));
    expect(active).toMatchObject({ sndWnd: 1000, sndWl1: 300, sndWl2: 101 });
    expect(passive).toMatchObject({ sndWnd: 2000, sndWl1: 301, sndWl2: 101 });
    expect(crossed).toMatchObject({ sndWnd: 3000, sndWl1: 300 });
  });

  test('window-update: an ACK that acknowledges nothing new may still change it', () => {
    const expected = { rules: ['window-update'], sends: 'nothing', state: 'ESTABLISHED', una: 101, nxt: 101, rcv: 301 };
    expect(outcome(inState('ESTABLISHED'), windowOf(500, 301))).toEqual(expected);
    expect(play(inState('ESTABLISHED'), windowOf(500, 301))).toMatchObject({ sndWnd: 500, sndWl1: 301, sndWl2: 101 });
  });

  test('window-update: the same window once more is a duplicate ACK', () => {
    expect(outcome(zeroWindow, windowOf(0)).rules).toEqual(['duplicate-ack']);
  });

  test('window-update: an older segment does not undo a newer one (SND.WL1, SND.WL2)', () => {
    const told = play(inState('ESTABLISHED'), send(10), offers(500, 'ACK', 311, 111));
    // SEG.SEQ before SND.WL1; the same SEG.SEQ with SEG.ACK before SND.WL2; and both as they were.
    expect(play(told, offers(900, 'ACK', 302, 111)).sndWnd).toBe(500);
    expect(play(told, offers(900, 'ACK', 311, 101)).sndWnd).toBe(500);
    expect(play(told, offers(900, 'ACK', 311, 111)).sndWnd).toBe(900);
    expect(outcome(told, offers(900, 'ACK', 311, 101)).rules).toEqual(['duplicate-ack']);
  });

  test('window-update: every segment that passes the ACK check counts, data and FIN as well', () => {
    expect(play(inState('ESTABLISHED'), offers(700, 'ACK', 301, 101, 10)).sndWnd).toBe(700);
    expect(play(inState('ESTABLISHED'), offers(700, 'FIN,ACK', 301, 101)).sndWnd).toBe(700);
    expect(play(inState('ESTABLISHED'), send(10), offers(700, 'ACK', 301, 111)).sndWnd).toBe(700);
    // Neither one that acknowledges what was never sent, nor one whose ACK is old.
    expect(play(inState('ESTABLISHED'), offers(700, 'ACK', 301, 102)).sndWnd).toBe(65_535);
    expect(play(inState('ESTABLISHED'), offers(700, 'ACK', 301, 91, 10)).sndWnd).toBe(65_535);
  });
});

describe('SEND and the window', () => {
  test('send-waits: nothing goes out into a window of zero', () => {
    const expected = { rules: ['send-waits'], sends: 'nothing', state: 'ESTABLISHED', una: 101, nxt: 101, rcv: 301 };
    expect(outcome(zeroWindow, send(10))).toEqual(expected);
    expect(outcome(halfClosedAtZero, send(10))).toMatchObject({ rules: ['send-waits'], sends: 'nothing', state: 'CLOSE_WAIT' });
  });

  test('send-waits: nor into one that is used up', () => {
    const full = play(withWindow(10), send(10));
    expect(usableWindow(full)).toBe(0);
    expect(outcome(full, send(1))).toMatchObject({ rules: ['send-waits'], sends: 'nothing', nxt: 111 });
  });

  test('send-waits: nor past what waits already', () => {
    const waiting = play(withWindow(10), send(20));
    expect(play(waiting, send(5)).queuedSends).toEqual([10, 5]);
  });

  test('send: as much of it as the window takes goes out', () => {
    expect(outcome(withWindow(10), send(25))).toMatchObject({ rules: ['send'], sends: 'ACK seq=101 ack=301 len=10', nxt: 111 });
    expect(outcome(withWindow(25), send(25))).toMatchObject({ rules: ['send'], sends: 'ACK seq=101 ack=301 len=25', nxt: 126 });
  });

  test('queued-data: the rest follows when an ACK moves the window on', () => {
    const waiting = play(withWindow(10), send(25));
    const rules = ['ack', 'queued-data'];
    expect(outcome(waiting, offers(10, 'ACK', 302, 111))).toMatchObject({ rules, sends: 'ACK seq=111 ack=301 len=10', una: 111, nxt: 121 });
    expect(outcome(waiting, offers(65_535, 'ACK', 302, 111))).toMatchObject({ rules, sends: 'ACK seq=111 ack=301 len=15', nxt: 126 });
    // A partial ACK moves it on by as much.
    expect(outcome(waiting, offers(10, 'ACK', 302, 104))).toMatchObject({ rules, sends: 'ACK seq=111 ack=301 len=3', una: 104, nxt: 114 });
  });

  test('queued-data: or when the window is opened', () => {
    const waiting = play(zeroWindow, send(10), send(20));
    const rules = ['window-update', 'queued-data', 'queued-data'];
    const sends = 'ACK seq=101 ack=301 len=10 + ACK seq=111 ack=301 len=20';
    expect(outcome(waiting, windowOf(65_535))).toMatchObject({ rules, sends, nxt: 131 });
  });

  test('queued-data: an ACK that is due is joined with it', () => {
    const waiting = play(zeroWindow, send(10));
    const rules = ['data', 'queued-data'];
    expect(outcome(waiting, offers(100, 'ACK', 301, 101, 5))).toMatchObject({ rules: ['data'], sends: 'ACK seq=101 ack=306' });
    expect(outcome(waiting, offers(100, 'ACK', 303, 101, 5))).toMatchObject({ sends: 'ACK seq=101 ack=301 len=10' });
    expect(outcome(play(inState('ESTABLISHED'), windowOf(0, 301), send(10)), offers(100, 'ACK', 301, 101, 5))).toMatchObject({
      rules,
      sends: 'ACK seq=101 ack=306 len=10',
    });
  });

  test('a window that shrinks makes the usable one negative, and new data waits (MUST-34, SHLD-15)', () => {
    const shrunk = play(inState('ESTABLISHED'), send(100), windowOf(40));
    expect(usableWindow(shrunk)).toBe(-60);
    expect(outcome(shrunk, send(1)).rules).toEqual(['send-waits']);
    // What is under way is retransmitted as ever (SHLD-16, MAY-7).
    expect(outcome(shrunk, timeout('retransmission')).sends).toBe('ACK seq=101 ack=301 len=100');
  });
});

describe('the zero window probe', () => {
  test('zero-window-probe: one octet goes out when the timer runs out (MUST-36)', () => {
    const waiting = play(zeroWindow, send(10));
    const expected = {
      rules: ['zero-window-probe'],
      sends: 'ACK seq=101 ack=301 len=1',
      state: 'ESTABLISHED',
      una: 101,
      nxt: 102,
      rcv: 301,
    };
    expect(outcome(waiting, timeout('retransmission'))).toEqual(expected);
    const probed = play(waiting, timeout('retransmission'));
    expect(outcome(probed, timeout('retransmission'))).toMatchObject({
      rules: ['retransmit-data'],
      sends: 'ACK seq=101 ack=301 len=1',
      nxt: 102,
    });
    // The window opens without the octet, or with it.
    expect(outcome(probed, windowOf(100)).sends).toBe('ACK seq=102 ack=301 len=9');
    expect(outcome(probed, offers(100, 'ACK', 302, 102)).sends).toBe('ACK seq=102 ack=301 len=9');
  });

  test('zero-window-probe: where nothing waits, no timer runs', () => {
    expect(outcome(zeroWindow, timeout('retransmission'))).toMatchObject({ rules: [], sends: 'nothing' });
  });
});

describe('CLOSE while data waits for the window', () => {
  const closed = play(zeroWindow, send(10), close);

  test('established-close-queued: FIN_WAIT_1 in any case, the FIN behind the data', () => {
    const expected = { rules: ['established-close-queued'], sends: 'nothing', state: 'FIN_WAIT_1', una: 101, nxt: 101, rcv: 301 };
    expect(outcome(play(zeroWindow, send(10)), close)).toEqual(expected);
    expect(outcome(closed, timeout('retransmission'))).toMatchObject({ rules: ['zero-window-probe'], state: 'FIN_WAIT_1' });
  });

  test('established-close: with nothing queued the FIN goes out into a zero window too', () => {
    expect(outcome(zeroWindow, close)).toMatchObject({
      rules: ['established-close'],
      sends: 'FIN,ACK seq=101 ack=301',
      state: 'FIN_WAIT_1',
    });
  });

  test('queued-fin: the FIN goes out once the data has', () => {
    const rules = ['window-update', 'queued-data', 'queued-fin'];
    const sends = 'ACK seq=101 ack=301 len=10 + FIN,ACK seq=111 ack=301';
    expect(outcome(closed, windowOf(65_535))).toEqual({ rules, sends, state: 'FIN_WAIT_1', una: 101, nxt: 112, rcv: 301 });
    // Half of the data first.
    const half = play(closed, windowOf(5));
    expect(half).toMatchObject({ state: 'FIN_WAIT_1', sndNxt: 106, finSeq: null, queuedClose: true });
    expect(outcome(half, offers(5, 'ACK', 302, 106)).sends).toBe('ACK seq=106 ack=301 len=5 + FIN,ACK seq=111 ack=301');
  });

  test('queued-fin: an ACK of the data alone acknowledges no FIN', () => {
    const sent = play(closed, windowOf(65_535));
    expect(outcome(sent, arrives('ACK', 302, 111))).toMatchObject({ rules: ['ack'], state: 'FIN_WAIT_1' });
    expect(outcome(sent, arrives('ACK', 302, 112))).toMatchObject({ rules: ['fin-wait-1-fin-acked'], state: 'FIN_WAIT_2' });
  });

  test('queued-fin-on-data: the other reading puts it on the data', () => {
    const expected = { rules: ['window-update', 'queued-data', 'queued-fin-on-data'], sends: 'FIN,ACK seq=101 ack=301 len=10', nxt: 112 };
    expect(outcome(closed, windowOf(65_535), 'queued-fin-on-data')).toMatchObject(expected);
  });

  test('queued-fin: in CLOSING as well, where the FIN of the peer came first', () => {
    const closing = play(closed, offers(0, 'FIN,ACK', 301, 101));
    expect(closing).toMatchObject({ state: 'CLOSING', finSeq: null });
    const sends = 'ACK seq=101 ack=302 len=10 + FIN,ACK seq=111 ack=302';
    expect(outcome(closing, windowOf(65_535))).toMatchObject({
      rules: ['window-update', 'queued-data', 'queued-fin'],
      sends,
      state: 'CLOSING',
    });
    expect(play(closing, windowOf(65_535), arrives('ACK', 302, 112)).state).toBe('TIME_WAIT');
  });

  test('close-wait-close-queued: in CLOSE_WAIT the state changes with the FIN, not with the call', () => {
    const waiting = play(halfClosedAtZero, send(10));
    const expected = { rules: ['close-wait-close-queued'], sends: 'nothing', state: 'CLOSE_WAIT', una: 101, nxt: 101, rcv: 302 };
    expect(outcome(waiting, close)).toEqual(expected);
    const rules = ['window-update', 'queued-data', 'queued-close-after-fin'];
    const sends = 'ACK seq=101 ack=302 len=10 + FIN,ACK seq=111 ack=302';
    expect(outcome(play(waiting, close), windowOf(65_535))).toMatchObject({ rules, sends, state: 'LAST_ACK', nxt: 112 });
  });

  test('queued-close-behind-data: a CLOSE from before ESTABLISHED that finds no room', () => {
    const waiting = play(inState('SYN_RCVD'), send(10), close);
    const rules = ['syn-rcvd-ack', 'queued-close-behind-data'];
    const expected = { rules, sends: 'nothing', state: 'FIN_WAIT_1', una: 101, nxt: 101, rcv: 301 };
    expect(outcome(waiting, offers(0, 'ACK', 301, 101))).toEqual(expected);
    const inPart = { rules: ['syn-rcvd-ack', 'queued-data', 'queued-close-behind-data'], sends: 'ACK seq=101 ack=301 len=4' };
    expect(outcome(waiting, offers(4, 'ACK', 301, 101))).toMatchObject(inPart);
    expect(step(waiting, offers(4, 'ACK', 301, 101)).endpoint).toMatchObject({ queuedSends: [6], queuedClose: true });
  });
});
