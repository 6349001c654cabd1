/** The figures of RFC 9293 §3.5 and §3.6, segment by segment, with their numbers. A is the left one. */
import { describe, expect, test } from 'vitest';
import { CLOSED_ENDPOINT, type Endpoint } from '#game/tcp/endpoint.ts';
import { step } from '#game/tcp/step.ts';
import type { Event, Segment, State } from '#game/tcp/vocabulary.ts';
import { arrives, close, inState, openActive, openPassive, play, segment, send, text, timeout } from './endpoints.ts';

type End = 'A' | 'B';
/** What happens at an end, and what comes of it. A number is the arrival of the n-th segment that was sent, from 1. */
type Line = readonly [at: End, what: Event | number, sendsAndEnters: string];

/** Plays a figure line by line. The states are those AFTER each line, as in the RFC. `iss`: what an end chooses when it has to. */
function expectFigure(begin: Readonly<Record<End, Endpoint>>, iss: Readonly<Record<End, number>>, lines: readonly Line[]): void {
  const ends = { ...begin };
  const sent: Segment[] = [];
  const played = lines.map(([at, what]): Line => {
    const { endpoint, segments } = step(ends[at], typeof what === 'number' ? arrival(sent, what, iss[at]) : { iss: iss[at], ...what });
    ends[at] = endpoint;
    sent.push(...segments);
    return [at, what, `${segments.map(text).join(' + ') || 'nothing'} → ${endpoint.state}`];
  });
  expect(played).toEqual(lines);
}

function arrival(sent: readonly Segment[], n: number, iss: number): Event {
  const one = sent[n - 1];
  if (!one) throw new Error(`no segment ${n} was sent`);
  return { type: 'segment', segment: one, iss };
}

const opened = (mine: number, theirs: number) =>
  play(CLOSED_ENDPOINT, { type: 'open-active', iss: mine }, arrives('SYN,ACK', theirs, mine + 1));

const CLOSED = inState('CLOSED');
const LISTEN = inState('LISTEN');
const ISS = { A: 100, B: 300 };
/** SND.NXT 100 and 300, as Figures 9, 10, 12 and 13 have them. */
const BOTH_ESTABLISHED = { A: opened(99, 299), B: opened(299, 99) };
const open: Event = { type: 'open-active' };
const oldSyn: Event = { type: 'segment', segment: segment('SYN', 90) };

describe('opening, §3.5', () => {
  test('Figure 6: basic three-way handshake', () => {
    expectFigure({ A: CLOSED, B: LISTEN }, ISS, [
      ['A', open, 'SYN seq=100 → SYN_SENT'],
      ['B', 1, 'SYN,ACK seq=300 ack=101 → SYN_RCVD'],
      ['A', 2, 'ACK seq=101 ack=301 → ESTABLISHED'],
      ['B', 3, 'nothing → ESTABLISHED'],
      ['A', send(10), 'ACK seq=101 ack=301 len=10 → ESTABLISHED'],
    ]);
  });

  test('Figure 7: simultaneous open', () => {
    expectFigure({ A: CLOSED, B: CLOSED }, ISS, [
      ['A', open, 'SYN seq=100 → SYN_SENT'],
      ['B', open, 'SYN seq=300 → SYN_SENT'],
      ['A', 2, 'SYN,ACK seq=100 ack=301 → SYN_RCVD'],
      ['B', 1, 'SYN,ACK seq=300 ack=101 → SYN_RCVD'],
      ['A', 4, 'nothing → ESTABLISHED'],
      ['B', 3, 'nothing → ESTABLISHED'],
    ]);
  });

  test('Figure 8: recovery from an old duplicate SYN', () => {
    const original: Event = { type: 'segment', segment: segment('SYN', 100), iss: 400 };
    expectFigure({ A: CLOSED, B: LISTEN }, ISS, [
      ['A', open, 'SYN seq=100 → SYN_SENT'],
      ['B', oldSyn, 'SYN,ACK seq=300 ack=91 → SYN_RCVD'],
      ['A', 2, 'RST seq=91 → SYN_SENT'],
      ['B', 3, 'nothing → LISTEN'],
      ['B', original, 'SYN,ACK seq=400 ack=101 → SYN_RCVD'],
      ['A', 4, 'ACK seq=101 ack=401 → ESTABLISHED'],
      ['B', 5, 'nothing → ESTABLISHED'],
    ]);
  });

  test('Figure 9: half-open connection discovery', () => {
    expectFigure({ A: CLOSED, B: BOTH_ESTABLISHED.B }, { A: 400, B: 300 }, [
      ['A', open, 'SYN seq=400 → SYN_SENT'],
      ['B', 1, 'ACK seq=300 ack=100 → ESTABLISHED'],
      ['A', 2, 'RST seq=100 → SYN_SENT'],
      ['B', 3, 'nothing → CLOSED'],
      ['A', timeout('retransmission'), 'SYN seq=400 → SYN_SENT'],
    ]);
  });

  test('Figure 10: the active side discovers it', () => {
    expectFigure({ A: CLOSED, B: BOTH_ESTABLISHED.B }, ISS, [
      ['B', send(10), 'ACK seq=300 ack=100 len=10 → ESTABLISHED'],
      ['A', 1, 'RST seq=100 → CLOSED'],
      ['B', 2, 'nothing → CLOSED'],
    ]);
  });

  test('Figure 11: an old duplicate SYN at two listeners', () => {
    expectFigure({ A: LISTEN, B: LISTEN }, ISS, [
      ['B', oldSyn, 'SYN,ACK seq=300 ack=91 → SYN_RCVD'],
      ['A', 1, 'RST seq=91 → LISTEN'],
      ['B', 2, 'nothing → LISTEN'],
    ]);
  });
});

describe('closing, §3.6', () => {
  const twoMsl = timeout('2msl');

  test('Figure 12: normal close', () => {
    expectFigure(BOTH_ESTABLISHED, ISS, [
      ['A', close, 'FIN,ACK seq=100 ack=300 → FIN_WAIT_1'],
      ['B', 1, 'ACK seq=300 ack=101 → CLOSE_WAIT'],
      ['A', 2, 'nothing → FIN_WAIT_2'],
      ['B', close, 'FIN,ACK seq=300 ack=101 → LAST_ACK'],
      ['A', 3, 'ACK seq=101 ack=301 → TIME_WAIT'],
      ['B', 4, 'nothing → CLOSED'],
      ['A', twoMsl, 'nothing → CLOSED'],
    ]);
  });

  test('Figure 13: simultaneous close', () => {
    expectFigure(BOTH_ESTABLISHED, ISS, [
      ['A', close, 'FIN,ACK seq=100 ack=300 → FIN_WAIT_1'],
      ['B', close, 'FIN,ACK seq=300 ack=100 → FIN_WAIT_1'],
      ['A', 2, 'ACK seq=101 ack=301 → CLOSING'],
      ['B', 1, 'ACK seq=301 ack=101 → CLOSING'],
      ['A', 4, 'nothing → TIME_WAIT'],
      ['B', 3, 'nothing → TIME_WAIT'],
      ['A', twoMsl, 'nothing → CLOSED'],
      ['B', twoMsl, 'nothing → CLOSED'],
    ]);
  });
});

describe('every arrow of Figure 5', () => {
  test('leaves where it is drawn and ends where it is drawn', () => {
    const arrows: readonly (readonly [State, Event, string, string])[] = [
      ['CLOSED', openPassive, 'nothing', 'LISTEN'],
      ['CLOSED', openActive, 'SYN', 'SYN_SENT'],
      ['LISTEN', close, 'nothing', 'CLOSED'],
      ['LISTEN', send(10), 'SYN', 'SYN_SENT'],
      ['LISTEN', arrives('SYN', 300), 'SYN,ACK', 'SYN_RCVD'],
      ['SYN_SENT', close, 'nothing', 'CLOSED'],
      ['SYN_SENT', arrives('SYN', 300), 'SYN,ACK', 'SYN_RCVD'],
      ['SYN_SENT', arrives('SYN,ACK', 300, 101), 'ACK', 'ESTABLISHED'],
      ['SYN_RCVD', arrives('RST', 301), 'nothing', 'LISTEN'],
      ['SYN_RCVD', arrives('ACK', 301, 101), 'nothing', 'ESTABLISHED'],
      ['SYN_RCVD', close, 'FIN,ACK', 'FIN_WAIT_1'],
      ['ESTABLISHED', close, 'FIN,ACK', 'FIN_WAIT_1'],
      ['ESTABLISHED', arrives('FIN,ACK', 301, 101), 'ACK', 'CLOSE_WAIT'],
      ['FIN_WAIT_1', arrives('ACK', 301, 102), 'nothing', 'FIN_WAIT_2'],
      ['FIN_WAIT_1', arrives('FIN,ACK', 301, 101), 'ACK', 'CLOSING'],
      ['FIN_WAIT_1', arrives('FIN,ACK', 301, 102), 'ACK', 'TIME_WAIT'],
      ['FIN_WAIT_2', arrives('FIN,ACK', 301, 102), 'ACK', 'TIME_WAIT'],
      ['CLOSE_WAIT', close, 'FIN,ACK', 'LAST_ACK'],
      ['CLOSING', arrives('ACK', 302, 102), 'nothing', 'TIME_WAIT'],
      ['LAST_ACK', arrives('ACK', 302, 102), 'nothing', 'CLOSED'],
      ['TIME_WAIT', timeout('2msl'), 'nothing', 'CLOSED'],
    ];
    const drawn = arrows.map(([from, event]) => {
      const { endpoint, segments } = step(inState(from), event);
      return [from, event, segments[0]?.flags.join(',') ?? 'nothing', endpoint.state];
    });
    expect(drawn).toEqual(arrows);
  });
});
