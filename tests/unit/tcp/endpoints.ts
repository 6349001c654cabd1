/** Endpoints for the tests, reached by playing. Ours has ISS 100, the peer's is 300. */
import { CLOSED_ENDPOINT, type Endpoint } from '#game/tcp/endpoint.ts';
import type { RuleId } from '#game/tcp/rules.ts';
import { step } from '#game/tcp/step.ts';
import { orderFlags, type Event, type Flag, type Segment, type State, type Timer } from '#game/tcp/vocabulary.ts';

export const ISS = 100;

/** `flags` as the RFC writes them: "SYN,ACK". */
export function segment(flags: string, seq: number, ack: number | null = null, len = 0): Segment {
  return { flags: orderFlags(flags.split(',') as Flag[]), seq, ack, len };
}

export function arrives(flags: string, seq: number, ack: number | null = null, len = 0): Event {
  return { type: 'segment', segment: segment(flags, seq, ack, len), iss: ISS };
}

/** A bare ACK in ESTABLISHED, CLOSE_WAIT and the states of our FIN, that says nothing but how much the peer takes from SND.UNA, 101, on. */
export function windowOf(wnd: number, seq = 302): Event {
  return { type: 'segment', segment: { ...segment('ACK', seq, 101), wnd } };
}

export function timeout(timer: Timer): Event {
  return { type: 'timeout', timer };
}

export const openActive: Event = { type: 'open-active', iss: ISS };
export const openPassive: Event = { type: 'open-passive' };
export const close: Event = { type: 'close' };
export const abort: Event = { type: 'abort' };

export function send(len: number): Event {
  return { type: 'send', len, iss: ISS };
}

export function play(from: Endpoint, ...events: readonly Event[]): Endpoint {
  return events.reduce((endpoint, event) => step(endpoint, event).endpoint, from);
}

const SYN_SENT = [openActive];
const ESTABLISHED = [...SYN_SENT, arrives('SYN,ACK', 300, 101)];
const FIN_WAIT_1 = [...ESTABLISHED, close];
const FIN_WAIT_2 = [...FIN_WAIT_1, arrives('ACK', 301, 102)];
const CLOSE_WAIT = [...ESTABLISHED, arrives('FIN,ACK', 301, 101)];

/** One way to every state. Only SYN_RCVD is on a passive OPEN. */
const WAYS: Readonly<Record<State, readonly Event[]>> = {
  CLOSED: [],
  LISTEN: [openPassive],
  SYN_SENT,
  SYN_RCVD: [openPassive, arrives('SYN', 300)],
  ESTABLISHED,
  FIN_WAIT_1,
  FIN_WAIT_2,
  CLOSE_WAIT,
  CLOSING: [...FIN_WAIT_1, arrives('FIN,ACK', 301, 101)],
  LAST_ACK: [...CLOSE_WAIT, close],
  TIME_WAIT: [...FIN_WAIT_2, arrives('FIN,ACK', 301, 102)],
};

export function inState(state: State): Endpoint {
  const endpoint = play(CLOSED_ENDPOINT, ...WAYS[state]);
  if (endpoint.state !== state) throw new Error(`meant ${state}, reached ${endpoint.state}`);
  return endpoint;
}

/** SYN_RCVD after an active OPEN: the two SYNs have crossed. */
export function afterCrossedSyns(): Endpoint {
  return play(inState('SYN_SENT'), arrives('SYN', 300));
}

/** "SYN,ACK seq=300 ack=101", with "len=10" where there is data. */
export function text({ flags, seq, ack, len }: Segment): string {
  const fields = [flags.join(','), `seq=${seq}`, ack === null ? '' : `ack=${ack}`, len > 0 ? `len=${len}` : ''];
  return fields.filter(Boolean).join(' ');
}

/** What a step came to, as one compares it with the RFC: rules, segment, state; SND.UNA, SND.NXT and RCV.NXT while there is a connection. */
export function outcome(endpoint: Endpoint, event: Event, reading: RuleId | null = null) {
  const after = step(endpoint, event, reading);
  const { state, sndUna: una, sndNxt: nxt, rcvNxt: rcv } = after.endpoint;
  const sends = after.segments.map(text).join(' + ') || 'nothing';
  return { rules: after.rules, sends, state, ...(state !== 'CLOSED' && state !== 'LISTEN' && { una, nxt, rcv }) };
}

export function signalsOf(endpoint: Endpoint, event: Event) {
  return step(endpoint, event).signals;
}
