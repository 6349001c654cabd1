/** What holds for every endpoint and every event: there is an answer, one answer, and hearing a thing twice is like hearing it once. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Endpoint } from '#game/tcp/endpoint.ts';
import { step } from '#game/tcp/step.ts';
import { FLAGS, STATES, TIMERS, type Event, type Segment, type State } from '#game/tcp/vocabulary.ts';
import { abort, afterCrossedSyns, arrives, close, inState, openActive, openPassive, play, send, windowOf } from './endpoints.ts';

const ESTABLISHED = inState('ESTABLISHED');
/** Every state, and the same with something waiting, under way or kept. */
const ENDPOINTS: readonly Endpoint[] = [
  ...STATES.map(inState),
  afterCrossedSyns(),
  play(inState('SYN_SENT'), send(10)),
  play(inState('SYN_RCVD'), send(10), close),
  play(inState('LISTEN'), arrives('SYN,FIN', 300, null, 10)),
  play(ESTABLISHED, send(10), send(20)),
  play(ESTABLISHED, arrives('FIN,ACK', 303, 101)),
  play(ESTABLISHED, send(10), close),
  play(inState('CLOSE_WAIT'), send(10), close),
  { ...ESTABLISHED, rcvWnd: 0 },
  play(ESTABLISHED, windowOf(0), send(10), send(20)),
  play(ESTABLISHED, windowOf(4), send(10), close),
  play(inState('CLOSE_WAIT'), windowOf(0), send(10), close),
  play(inState('TIME_WAIT'), { ...arrives('SYN', 1000), iss: 5000 }),
];

const FLAG_SETS = Array.from({ length: 2 ** FLAGS.length }, (_, bits) => FLAGS.filter((_flag, index) => bits & (1 << index)));
/** Before, at and behind every border: the IRS 300, RCV.NXT from 301 to 304, the end of the window. */
const SEQS = [0, 200, 299, 300, 301, 302, 303, 304, 400, 65_835, 65_836, 65_837, 2 ** 31 + 301, 2 ** 32 - 1];
/** The same for SND.UNA and SND.NXT, which lie between 100 and 132. */
const ACKS = [0, 99, 100, 101, 102, 111, 112, 131, 132, 2 ** 31 + 101, 2 ** 32 - 1];
const LENGTHS = [0, 1, 3, 65_535];

function* everySegment(): Generator<Segment> {
  for (const flags of FLAG_SETS)
    for (const seq of SEQS)
      for (const ack of flags.includes('ACK') ? ACKS : [null]) for (const len of LENGTHS) yield { flags, seq, ack, len };
}

const CALL_AND_TIMER_EVENTS: readonly Event[] = [
  openActive,
  openPassive,
  send(10),
  { type: 'receive' },
  { type: 'status' },
  close,
  abort,
  ...TIMERS.map((timer): Event => ({ type: 'timeout', timer })),
];

/** What must be true of an endpoint: numbers are numbers of 32 bits, and what is not acknowledged lies between SND.UNA and SND.NXT. */
function isSound(endpoint: Endpoint): boolean {
  const numbers = [endpoint.iss, endpoint.irs, endpoint.sndUna, endpoint.sndNxt, endpoint.rcvNxt];
  return (
    STATES.includes(endpoint.state) &&
    numbers.every((number) => Number.isInteger(number) && number >= 0 && number < 2 ** 32) &&
    endpoint.queuedSends.every((octets) => octets > 0) &&
    (endpoint.unacked.length > 0 || endpoint.sndUna === endpoint.sndNxt || endpoint.state === 'TIME_WAIT')
  );
}

describe('a segment of any kind in any state', () => {
  const answers = ENDPOINTS.flatMap((endpoint) =>
    [...everySegment()].map((segment) => ({ endpoint, segment, after: step(endpoint, { type: 'segment', segment, iss: 5000 }) })),
  );

  test('has an answer: a rule fires, and a sound endpoint comes out', () => {
    expect(answers.filter(({ after }) => after.rules.length === 0 || !isSound(after.endpoint))).toEqual([]);
  });

  test('a RST is never answered, but with a challenge ACK', () => {
    const answered = answers.filter(({ segment, after }) => segment.flags.includes('RST') && after.segments.length > 0);
    expect(new Set(answered.flatMap(({ after }) => after.rules))).toEqual(new Set(['rst-in-window']));
  });

  test('SND.UNA and RCV.NXT never go back while a connection lives', () => {
    const wentBack = answers.filter(({ endpoint, after }) => {
      const isNewConnection =
        after.endpoint.state === 'CLOSED' || after.endpoint.iss !== endpoint.iss || after.endpoint.irs !== endpoint.irs;
      const { sndUna, rcvNxt } = after.endpoint;
      return !isNewConnection && (((sndUna - endpoint.sndUna) | 0) < 0 || ((rcvNxt - endpoint.rcvNxt) | 0) < 0);
    });
    expect(wentBack).toEqual([]);
  });

  test('heard twice it leads no further than heard once, but for another SYN at a passive SYN_RCVD', () => {
    const further = answers.filter(({ segment, after }) => {
      const again = step(after.endpoint, { type: 'segment', segment, iss: 6000 });
      return again.endpoint.state !== after.endpoint.state;
    });
    // House rule E2: the first one only takes the listener back to LISTEN. The second one finds a listener, and opens.
    expect(new Set(further.map(({ endpoint, after }) => `${endpoint.state} ${after.rules.join(' ')}`))).toEqual(
      new Set(['SYN_RCVD syn-rcvd-new-syn']),
    );
    expect(further.every(({ endpoint, segment }) => endpoint.opened === 'passive' && !segment.flags.includes('ACK'))).toBe(true);
  });
});

describe('events in any order', () => {
  const seq = fc.oneof(fc.integer({ min: 98, max: 340 }), fc.constantFrom(...SEQS, ...ACKS));
  const segments = fc.record({ flags: fc.constantFrom(...FLAG_SETS), seq, ackNumber: seq, len: fc.constantFrom(...LENGTHS) });
  const arrivals = segments.map(({ flags, seq, ackNumber, len }): Event => {
    return { type: 'segment', segment: { flags, seq, ack: flags.includes('ACK') ? ackNumber : null, len }, iss: 100 };
  });
  const events = fc.oneof({ weight: 3, arbitrary: arrivals }, { weight: 1, arbitrary: fc.constantFrom(...CALL_AND_TIMER_EVENTS) });
  const histories = fc.tuple(fc.constantFrom(...STATES), fc.array(events, { maxLength: 12 }));
  /** Every endpoint on the way. */
  const walk = (state: State, history: readonly Event[]) => {
    const seen = [inState(state)];
    for (const event of history) seen.push(step(seen.at(-1) ?? inState(state), event).endpoint);
    return seen;
  };

  test('never throw, and lead through sound endpoints only', () => {
    fc.assert(
      fc.property(histories, ([state, history]) => walk(state, history).every(isSound)),
      { numRuns: 2_000 },
    );
  });

  test('lead to the same end every time, and change nothing that they were given', () => {
    fc.assert(
      fc.property(histories, events, ([state, history], event) => {
        const endpoint = freeze(walk(state, history).at(-1) ?? inState(state));
        expect(step(endpoint, freeze(event))).toEqual(step(endpoint, event));
      }),
      { numRuns: 500 },
    );
  });
});

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
  return Object.freeze(value);
}
