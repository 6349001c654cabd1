/** Each misconception with a wrong answer that shows it. Ours has ISS 100, the peer's is 300; the answers are judged as in play. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge, toRightAnswer } from '#game/match/judge.ts';
import { MISCONCEPTIONS, misconceptionOf, type MisconceptionId } from '#game/match/misconceptions.ts';
import type { Proposal } from '#game/match/vocabulary.ts';
import { answersTo } from '#game/tcp/answers.ts';
import type { Endpoint } from '#game/tcp/endpoint.ts';
import { step } from '#game/tcp/step.ts';
import { FLAGS, STATES, type Event } from '#game/tcp/vocabulary.ts';
import en from '#messages/en.json';
import zhCn from '#messages/zh-CN.json';
import {
  abort,
  afterCrossedSyns,
  arrives,
  close,
  inState,
  openActive,
  openPassive,
  play,
  send,
  timeout,
  windowOf,
} from '../tcp/endpoints.ts';
import { ESTABLISHED, proposal, situation } from './situations.ts';

const somePlay = situation([...ESTABLISHED, { do: 'call', at: 'client', call: 'close' }]).play;

function shown(endpoint: Endpoint, event: Event, proposed: Proposal): MisconceptionId | null {
  const at = { ...somePlay, endpoints: { ...somePlay.endpoints, client: endpoint } };
  const level = proposed.segment !== null && proposed.segment.seq === null ? 1 : 2;
  const { answers, segmentRight, stateRight } = judge(at, { at: 'client', event }, proposed, level);
  return misconceptionOf({
    endpoint,
    event,
    answers: answers.map(toRightAnswer),
    proposal: proposed,
    segmentRight,
    stateRight,
  });
}

const retransmission = timeout('retransmission');
const fin = arrives('FIN,ACK', 301, 101);
const finThatAcks = arrives('FIN,ACK', 301, 102);
const finAndClose: Event = { type: 'segment', segment: { flags: ['FIN', 'ACK'], seq: 301, ack: 101, len: 0 }, joined: 'close' };
const data = arrives('ACK', 301, 101, 10);
const newSyn: Event = { ...arrives('SYN', 1000), iss: 5000 };
const waitsForWindow = play(inState('ESTABLISHED'), windowOf(0), send(10));
const dataThenFin = play(inState('ESTABLISHED'), send(10), close);

// biome-ignore format: one row a line
const ROWS: readonly (readonly [MisconceptionId, Endpoint, Event, ...string[]])[] = [
  ['listener-calls', inState('CLOSED'), openPassive, 'SYN > LISTEN', 'SYN > SYN_SENT'],
  ['open-is-established', inState('CLOSED'), openActive, 'SYN > ESTABLISHED', 'SYN 100 > SYN_RCVD'],
  ['active-taken-for-passive', inState('CLOSED'), openActive, 'nothing > LISTEN', 'nothing > SYN_SENT', 'SYN > LISTEN'],
  ['listener-stays', inState('LISTEN'), arrives('SYN', 300), 'SYN,ACK > LISTEN'],
  ['third-segment-overlooked', inState('SYN_RCVD'), arrives('ACK', 301, 101), 'nothing > SYN_RCVD'],
  ['handshake-in-two', inState('LISTEN'), arrives('SYN', 300), 'SYN,ACK > ESTABLISHED', 'SYN,ACK 100 301 > ESTABLISHED'],
  ['syn-and-ack-apart', inState('LISTEN'), arrives('SYN', 300), 'ACK > SYN_RCVD', 'SYN 100 > SYN_RCVD'],
  ['third-ack-forgotten', inState('SYN_SENT'), arrives('SYN,ACK', 300, 101), 'nothing > ESTABLISHED'],
  ['caller-waits-too', inState('SYN_SENT'), arrives('SYN,ACK', 300, 101), 'ACK > SYN_RCVD', 'ACK 101 301 > SYN_SENT'],
  ['crossed-syns-connect', inState('SYN_SENT'), arrives('SYN', 300), 'SYN,ACK > ESTABLISHED', 'ACK > ESTABLISHED'],
  ['crossed-syn-is-an-error', inState('SYN_SENT'), arrives('SYN', 300), 'nothing > SYN_SENT', 'RST > CLOSED', 'SYN,ACK 100 301 > CLOSED'],
  ['crossed-syn-takes-a-new-number', inState('SYN_SENT'), arrives('SYN', 300), 'SYN,ACK 101 301 > SYN_RCVD'],
  ['any-ack-will-do', inState('SYN_SENT'), arrives('SYN,ACK', 300, 91), 'ACK > ESTABLISHED', 'ACK 101 301 > SYN_SENT'],
  ['any-ack-will-do', inState('SYN_RCVD'), arrives('ACK', 301, 500), 'nothing > ESTABLISHED'],
  ['any-ack-will-do', inState('LISTEN'), arrives('ACK', 300, 500), 'ACK > ESTABLISHED'],
  ['wrong-ack-is-ignored', inState('LISTEN'), arrives('ACK', 300, 500), 'nothing > LISTEN'],
  ['wrong-ack-ends-it', inState('SYN_SENT'), arrives('ACK', 300, 91), 'RST > CLOSED'],
  ['wrong-ack-ends-it', inState('ESTABLISHED'), arrives('ACK', 301, 500), 'RST > CLOSED', 'ACK > CLOSED', 'RST > ESTABLISHED'],
  ['closed-is-silent', inState('CLOSED'), arrives('SYN', 300), 'nothing > CLOSED'],
  ['closed-accepts', inState('CLOSED'), arrives('SYN', 300), 'SYN,ACK > SYN_RCVD', 'RST > SYN_RCVD'],
  ['fin-before-it-counts', inState('SYN_SENT'), arrives('FIN,ACK', 300, 101), 'ACK > CLOSE_WAIT', 'nothing > CLOSED'],
  ['sends-before-established', inState('SYN_SENT'), send(10), 'ACK+data > SYN_SENT'],
  ['listener-is-lost', inState('SYN_RCVD'), arrives('RST', 301), 'nothing > CLOSED'],
  ['listener-is-reset', inState('LISTEN'), arrives('RST', 300), 'nothing > CLOSED'],
  ['caller-turns-listener', afterCrossedSyns(), arrives('RST', 301), 'nothing > LISTEN'],
  ['farewell-to-nobody', inState('SYN_SENT'), close, 'FIN > CLOSED', 'RST > CLOSED', 'nothing > FIN_WAIT_1'],
  ['half-open-is-forgotten', inState('SYN_RCVD'), close, 'nothing > CLOSED', 'RST > LISTEN', 'FIN,ACK > CLOSED'],

  ['close-wait-by-sending-fin', inState('ESTABLISHED'), close, 'FIN,ACK > CLOSE_WAIT', 'FIN > CLOSE_WAIT'],
  ['fin-wait-by-receiving-fin', inState('ESTABLISHED'), fin, 'ACK > FIN_WAIT_1', 'ACK 101 302 > FIN_WAIT_2'],
  ['closing-for-last-ack', inState('CLOSE_WAIT'), close, 'FIN,ACK > CLOSING'],
  ['closing-for-last-ack', inState('FIN_WAIT_1'), fin, 'ACK > LAST_ACK'],
  ['ack-and-fin-apart', inState('ESTABLISHED'), finAndClose, 'ACK > CLOSE_WAIT', 'ACK > LAST_ACK', 'FIN,ACK 101 302 > CLOSE_WAIT'],
  ['time-wait-at-once', inState('ESTABLISHED'), close, 'FIN,ACK > TIME_WAIT'],
  ['close-means-closed', inState('ESTABLISHED'), close, 'FIN,ACK > CLOSED', 'nothing > CLOSED'],
  ['close-means-closed', inState('CLOSE_WAIT'), close, 'FIN,ACK > CLOSED'],
  ['close-keeps-quiet', inState('ESTABLISHED'), close, 'nothing > FIN_WAIT_1', 'nothing > ESTABLISHED', 'FIN,ACK > ESTABLISHED'],
  ['fin-answered-with-fin', inState('ESTABLISHED'), fin, 'FIN,ACK > LAST_ACK', 'FIN,ACK 101 302 > CLOSE_WAIT', 'ACK > LAST_ACK'],
  ['fin-ends-both-directions', inState('ESTABLISHED'), fin, 'ACK > CLOSED', 'nothing > TIME_WAIT'],
  ['fin-taken-for-an-ack', inState('FIN_WAIT_1'), fin, 'ACK > TIME_WAIT', 'ACK > FIN_WAIT_2'],
  ['ack-in-the-fin-overlooked', inState('FIN_WAIT_1'), finThatAcks, 'ACK > CLOSING'],
  ['active-closer-leaves-at-once', inState('FIN_WAIT_2'), finThatAcks, 'ACK > CLOSED'],
  ['active-closer-leaves-at-once', inState('CLOSING'), arrives('ACK', 302, 102), 'nothing > CLOSED'],
  ['own-fin-is-enough', inState('FIN_WAIT_1'), arrives('ACK', 301, 102), 'nothing > TIME_WAIT', 'nothing > CLOSED'],
  ['passive-closer-waits', inState('LAST_ACK'), arrives('ACK', 302, 102), 'nothing > TIME_WAIT'],
  ['ack-of-fin-overlooked', inState('FIN_WAIT_1'), arrives('ACK', 301, 102), 'nothing > FIN_WAIT_1'],
  ['ack-of-fin-overlooked', inState('LAST_ACK'), arrives('ACK', 302, 102), 'nothing > LAST_ACK'],
  ['fin-over-a-gap', inState('FIN_WAIT_2'), arrives('FIN,ACK', 401, 102), 'ACK > TIME_WAIT'],
  ['fin-needs-no-ack', inState('ESTABLISHED'), fin, 'nothing > CLOSE_WAIT'],
  ['fin-overlooked', inState('ESTABLISHED'), fin, 'ACK > ESTABLISHED'],
  ['fin-overlooked', inState('FIN_WAIT_1'), finThatAcks, 'ACK > FIN_WAIT_2'],
  ['repeated-fin-ignored', inState('TIME_WAIT'), finThatAcks, 'nothing > TIME_WAIT'],
  ['repeated-fin-ignored', inState('CLOSE_WAIT'), fin, 'nothing > CLOSE_WAIT'],
  ['time-wait-ends-early', inState('TIME_WAIT'), finThatAcks, 'ACK > CLOSED'],
  ['time-wait-refuses', inState('TIME_WAIT'), newSyn, 'RST > TIME_WAIT', 'nothing > TIME_WAIT'],
  ['time-wait-never-ends', inState('TIME_WAIT'), timeout('2msl'), 'nothing > TIME_WAIT', 'ACK > CLOSED'],
  ['peers-fin-stops-sending', inState('CLOSE_WAIT'), send(10), 'nothing > CLOSE_WAIT'],
  ['closed-half-is-deaf', inState('FIN_WAIT_2'), arrives('ACK', 301, 102, 10), 'nothing > FIN_WAIT_2', 'RST > CLOSED'],
  ['sends-after-own-fin', inState('FIN_WAIT_2'), send(10), 'ACK+data > FIN_WAIT_2'],
  ['second-fin', inState('FIN_WAIT_2'), close, 'FIN,ACK > FIN_WAIT_2'],
  ['fin-before-the-data', waitsForWindow, close, 'FIN,ACK > FIN_WAIT_1'],
  ['abort-is-a-close', inState('ESTABLISHED'), abort, 'FIN,ACK > CLOSED', 'FIN > FIN_WAIT_1', 'RST > FIN_WAIT_1'],
  ['abort-tells-nobody', inState('ESTABLISHED'), abort, 'nothing > CLOSED'],
  ['rst-where-nothing-is-owed', inState('LAST_ACK'), abort, 'RST > CLOSED'],

  ['rst-answered-with-rst', inState('CLOSED'), arrives('RST', 300), 'RST > CLOSED'],
  ['rst-is-acknowledged', inState('ESTABLISHED'), arrives('RST', 301), 'ACK > CLOSED'],
  ['rst-leads-to-time-wait', inState('ESTABLISHED'), arrives('RST', 301), 'nothing > TIME_WAIT'],
  ['any-rst-kills', inState('ESTABLISHED'), arrives('RST', 302), 'nothing > CLOSED', 'ACK > CLOSED'],
  ['any-rst-kills', inState('SYN_SENT'), arrives('RST', 0), 'nothing > CLOSED'],
  ['rst-is-ignored', inState('ESTABLISHED'), arrives('RST', 301), 'nothing > ESTABLISHED'],
  ['syn-opens-anew', inState('ESTABLISHED'), arrives('SYN', 400), 'SYN,ACK > ESTABLISHED', 'ACK > SYN_RCVD'],
  ['syn-resets', inState('ESTABLISHED'), arrives('SYN', 400), 'RST > CLOSED', 'ACK > CLOSED'],
  ['challenge-forgotten', inState('ESTABLISHED'), arrives('SYN', 400), 'nothing > ESTABLISHED'],
  ['old-segment-needs-no-answer', inState('ESTABLISHED'), arrives('ACK', 201, 101, 10), 'nothing > ESTABLISHED'],
  ['segment-without-ack-counts', inState('ESTABLISHED'), arrives('FIN', 301), 'ACK > CLOSE_WAIT', 'nothing > CLOSE_WAIT'],
  ['acks-are-acknowledged', inState('SYN_RCVD'), arrives('ACK', 301, 101), 'ACK > ESTABLISHED', 'ACK 101 301 > ESTABLISHED'],
  ['acks-are-acknowledged', inState('LAST_ACK'), arrives('ACK', 302, 102), 'ACK > CLOSED'],
  ['data-needs-no-ack', inState('ESTABLISHED'), data, 'nothing > ESTABLISHED'],

  ['one-loss-ends-it', inState('SYN_SENT'), retransmission, 'nothing > CLOSED', 'SYN > CLOSED'],
  ['nobody-repeats-it', inState('SYN_SENT'), retransmission, 'nothing > SYN_SENT'],
  ['window-opens-by-itself', play(waitsForWindow, send(10)), retransmission, 'nothing > ESTABLISHED'],
  ['last-is-repeated-first', dataThenFin, retransmission, 'FIN,ACK > FIN_WAIT_1', 'FIN,ACK 111 301 > FIN_WAIT_1'],
  ['given-up-with-a-farewell', inState('ESTABLISHED'), timeout('user'), 'RST > CLOSED', 'FIN,ACK > CLOSED'],
  ['into-a-full-window', waitsForWindow, send(10), 'ACK+data > ESTABLISHED'],

  ['numbers-swapped', inState('ESTABLISHED'), close, 'FIN,ACK 301 101 > FIN_WAIT_1'],
  ['retransmission-takes-a-new-number', inState('FIN_WAIT_1'), retransmission, 'FIN,ACK 102 301 > FIN_WAIT_1'],
  ['reset-with-own-number', inState('SYN_SENT'), arrives('SYN,ACK', 300, 91), 'RST 101 > SYN_SENT'],
  ['reset-with-own-number', inState('CLOSED'), arrives('SYN', 300), 'RST,ACK 100 301 > CLOSED'],
  ['reset-without-ack', inState('CLOSED'), arrives('SYN', 300), 'RST 0 > CLOSED'],
  ['ack-over-a-gap', inState('ESTABLISHED'), arrives('ACK', 401, 101, 10), 'ACK 101 411 > ESTABLISHED'],
  ['fin-not-counted', inState('ESTABLISHED'), fin, 'ACK 101 301 > CLOSE_WAIT'],
  ['fin-not-counted', inState('FIN_WAIT_2'), finThatAcks, 'ACK 101 302 > TIME_WAIT'],
  ['syn-not-counted', inState('LISTEN'), arrives('SYN', 300), 'SYN,ACK 100 300 > SYN_RCVD'],
  ['syn-not-counted', inState('SYN_SENT'), arrives('SYN,ACK', 300, 101), 'ACK 100 301 > ESTABLISHED'],
  ['ack-names-the-last-octet', inState('ESTABLISHED'), data, 'ACK 101 310 > ESTABLISHED'],
  ['ack-counts-segments', inState('ESTABLISHED'), data, 'ACK 101 302 > ESTABLISHED'],
  ['data-not-counted', inState('ESTABLISHED'), data, 'ACK 101 301 > ESTABLISHED'],
  ['ack-takes-a-number', inState('ESTABLISHED'), close, 'FIN,ACK 102 301 > FIN_WAIT_1'],
  ['ack-takes-a-number', inState('ESTABLISHED'), send(10), 'ACK+data 101 302 > ESTABLISHED'],
  ['data-forgotten', inState('ESTABLISHED'), send(10), 'ACK > ESTABLISHED', 'ACK 101 301 > ESTABLISHED', 'nothing > ESTABLISHED'],
  ['ack-bit-left-out', inState('ESTABLISHED'), close, 'FIN 101 > FIN_WAIT_1'],
];

describe('a wrong answer shows', () => {
  test.each(ROWS.map(([id, endpoint, event, ...proposals]) => ({ id, endpoint, event, proposals })))(
    '$id: $endpoint.state, $event.type, $proposals',
    ({ id, endpoint, event, proposals }) => {
      for (const text of proposals) expect(shown(endpoint, event, proposal(text)), text).toBe(id);
    },
  );

  test('every misconception is among them', () => {
    expect([...new Set(ROWS.map(([id]) => id))].sort()).toEqual([...MISCONCEPTIONS].sort());
    expect(new Set(MISCONCEPTIONS).size).toBe(MISCONCEPTIONS.length);
  });
});

/** Answers that look like a mistake of the list and are none: its sentence would be false of them. */
// biome-ignore format: one row a line
const UNLIKE: readonly (readonly [string, Endpoint, Event, string, MisconceptionId | null])[] = [
  ['where the close has been asked for, FIN,ACK is due', inState('ESTABLISHED'), finAndClose, 'FIN,ACK 101 301 > LAST_ACK', 'fin-not-counted'],
  ['and our FIN is not still to come', inState('ESTABLISHED'), finAndClose, 'FIN,ACK > FIN_WAIT_1', null],
  ['nor is FIN_WAIT_2 a state that the FIN was overlooked in', inState('ESTABLISHED'), finAndClose, 'FIN,ACK > FIN_WAIT_2', null],
  ['an ACK that is due, with a wrong number, does not acknowledge an ACK', inState('ESTABLISHED'), arrives('ACK', 301, 500), 'ACK 90 301 > ESTABLISHED', null],
  ['no ACK has gone before the SYN', inState('CLOSED'), openActive, 'SYN 101 > SYN_SENT', null],
  ['nor before the SYN,ACK', inState('LISTEN'), arrives('SYN', 300), 'SYN,ACK 101 301 > SYN_RCVD', null],
  ['a FIN that waits has no number yet', play(waitsForWindow, close), retransmission, 'ACK+data 100 301 > FIN_WAIT_1', 'syn-not-counted'],
  ['a SYN that is challenged is not acknowledged', inState('ESTABLISHED'), arrives('SYN', 400), 'ACK 101 400 > ESTABLISHED', null],
  ['a FIN beyond a gap is not what was not counted', inState('ESTABLISHED'), arrives('FIN,ACK', 401, 101), 'ACK 101 300 > ESTABLISHED', 'syn-not-counted'],
  ['data beyond a gap is not acknowledged', inState('ESTABLISHED'), arrives('ACK', 401, 101, 10), 'ACK 101 401 > ESTABLISHED', 'ack-over-a-gap'],
  ['data after the FIN moves nothing', inState('TIME_WAIT'), arrives('ACK', 302, 102, 10), 'ACK 102 303 > TIME_WAIT', null],
  ['a RST may go without ACK', inState('ESTABLISHED'), abort, 'RST 90 > CLOSED', null],
  ['before there is a FIN none is repeated early', inState('SYN_RCVD'), retransmission, 'FIN,ACK > SYN_RCVD', null],
  ['data may go with the SYN', inState('LISTEN'), { ...send(10), iss: 100 }, 'ACK+data > SYN_SENT', null],
  ['a SYN,ACK that is repeated keeps its number', inState('SYN_RCVD'), arrives('SYN', 300), 'SYN,ACK 101 301 > SYN_RCVD', 'retransmission-takes-a-new-number'],
  ['with SYN,ACK the crossed SYN is no error', inState('SYN_SENT'), arrives('SYN', 300), 'SYN,ACK 100 301 > SYN_SENT', null],
  ['a close that waits does not lead to LAST_ACK', play(inState('CLOSE_WAIT'), windowOf(0), send(10)), close, 'nothing > CLOSING', null],
  ['a FIN that was kept is not in what arrives', play(inState('ESTABLISHED'), arrives('FIN,ACK', 311, 101)), data, 'ACK > ESTABLISHED', null],
  ['and what acknowledges the data alone leaves it out', play(inState('ESTABLISHED'), arrives('FIN,ACK', 311, 101)), data, 'ACK 101 311 > CLOSE_WAIT', 'fin-not-counted'],
];

test.each(UNLIKE)('%s', (...[, endpoint, event, text, expected]) => {
  expect(shown(endpoint, event, proposal(text))).toBe(expected);
});

test('a right answer shows none, whichever of those that stand it is', () => {
  for (const [, endpoint, event] of ROWS)
    for (const { segment, state } of answersTo(endpoint, event)) {
      const given = segment && { flags: segment.flags, data: segment.len > 0, seq: segment.seq, ack: segment.ack };
      expect(shown(endpoint, event, { segment: given, state })).toBeNull();
      expect(shown(endpoint, event, { segment: given && { ...given, seq: null, ack: null }, state })).toBeNull();
    }
});

test('any answer to any event shows one of the list, or none, and the same one every time', () => {
  const events = fc.constantFrom(...ROWS.map(([, , event]) => event));
  const numbers = fc.constantFrom(0, 100, 101, 102, 111, 300, 301, 302, 311);
  const flags = fc.subarray([...FLAGS], { minLength: 1 });
  const segments = fc.option(fc.record({ flags, data: fc.boolean(), seq: numbers, ack: numbers }));
  fc.assert(
    fc.property(fc.constantFrom(...STATES), events, segments, fc.constantFrom(...STATES), (from, event, segment, state) => {
      const endpoint = inState(from);
      fc.pre(step(endpoint, event).segments.length <= 1);
      const given = { segment: segment && { ...segment, ack: segment.flags.includes('ACK') ? segment.ack : null }, state };
      const id = shown(endpoint, event, given);
      expect(id === null || MISCONCEPTIONS.includes(id)).toBe(true);
      expect(shown(endpoint, event, given)).toBe(id);
    }),
    { numRuns: 1_000 },
  );
});

describe.each([
  ['English', en.misconceptions],
  ['Chinese', zhCn.misconceptions],
])('%s', (language, misconceptions: Readonly<Record<string, { readonly name: string; readonly text: string }>>) => {
  const words = Object.values(misconceptions);

  test('has words for every misconception, and for nothing else', () => {
    expect(Object.keys(misconceptions).sort()).toEqual([...MISCONCEPTIONS].sort());
    for (const { name, text } of words) {
      expect(name.length).toBeLessThanOrEqual(60);
      expect(text.length).toBeGreaterThan(language === 'English' ? 60 : 25);
    }
  });

  test('no two have the same name or text, and nothing in them is read as ICU syntax', () => {
    expect(new Set(words.map(({ name }) => name)).size).toBe(words.length);
    expect(new Set(words.map(({ text }) => text)).size).toBe(words.length);
    expect(words.filter(({ name, text }) => /['{}<>]/.test(name + text))).toEqual([]);
  });
});
