/**
 * Data that arrives ahead of a gap. An acknowledgment number does not tell that it arrived, and the annotator counts it as late; but
 * the ACK that repeats a number is the answer to such data (RFC 9293 §3.10.7.4; RFC 5681 §4.2).
 */
import { segmentEnd, type Endpoint } from '#game/tcp/endpoint.ts';
import { distance, isBefore } from '#game/tcp/sequence.ts';
import type { Segment } from '#game/tcp/vocabulary.ts';

export type Flight = { readonly segment: Segment; readonly frame: number };
export type EarlyData = {
  /** Data was sent to the end, and not lost. */
  readonly expect: (flight: Flight) => void;
  /** The oldest data beyond the gap that nothing has answered yet. */
  readonly oldest: (receiver: Endpoint) => Flight | null;
  /** It has arrived. */
  readonly accept: (flight: Flight) => void;
  readonly isAccepted: (frame: number) => boolean;
  /** The endpoint with what it holds. */
  readonly filled: (endpoint: Endpoint) => Endpoint;
};

const MAX_FLIGHTS = 256;

export function createEarlyData(): EarlyData {
  let flights: readonly Flight[] = [];
  let held: readonly Segment[] = [];
  const accepted = new Set<number>();
  return {
    expect(flight) {
      flights = [...flights, flight].slice(-MAX_FLIGHTS);
    },
    oldest({ rcvNxt }) {
      flights = flights.filter(({ segment }) => isBefore(rcvNxt, segmentEnd(segment)));
      return flights.find(({ segment }) => isBefore(rcvNxt, segment.seq)) ?? null;
    },
    accept(flight) {
      flights = flights.filter((one) => one !== flight);
      held = [...held, flight.segment].slice(-MAX_FLIGHTS);
      accepted.add(flight.frame);
    },
    isAccepted: (frame) => accepted.has(frame),
    filled(endpoint) {
      if (held.length === 0) return endpoint;
      const { rcvNxt } = endpoint;
      held = held.filter((one) => isBefore(rcvNxt, segmentEnd(one)));
      const others = endpoint.held.filter((one) => !held.some(({ seq }) => seq === one.seq));
      return { ...endpoint, held: [...others, ...held].sort((a, b) => distance(rcvNxt, a.seq) - distance(rcvNxt, b.seq)) };
    },
  };
}
