/** The data of an end that is not acknowledged. The annotator follows states, which hang on SYN and FIN alone; questions hang on all of the queue. */
import { segmentEnd, type Endpoint } from '#game/tcp/endpoint.ts';
import { distance, isBefore } from '#game/tcp/sequence.ts';
import type { Segment } from '#game/tcp/vocabulary.ts';
import { isGone } from './end.ts';

export type DataQueue = {
  /** Data was sent: where it is new, it waits for its acknowledgment. */
  readonly add: (segment: Segment, sender: Endpoint) => void;
  /** The endpoint with its data in the retransmission queue. */
  readonly filled: (endpoint: Endpoint) => Endpoint;
};

/** What is sent beyond that is not kept: only the front is ever sent again. */
const MAX_QUEUED = 64;

export function createDataQueue(): DataQueue {
  let queue: readonly Segment[] = [];
  return {
    add({ flags, seq, ack, len }, { sndNxt }) {
      const isNew = len > 0 && seq === sndNxt && !flags.includes('SYN');
      if (isNew && queue.length < MAX_QUEUED) queue = [...queue, { flags: ['ACK'], seq, ack, len }];
    },
    filled(endpoint) {
      const { state, sndUna, unacked } = endpoint;
      queue = isGone(state) || state === 'TIME_WAIT' ? [] : queue.filter((one) => isBefore(sndUna, segmentEnd(one)));
      if (queue.length === 0) return endpoint;
      return { ...endpoint, unacked: [...unacked, ...queue].sort((a, b) => distance(sndUna, a.seq) - distance(sndUna, b.seq)) };
    },
  };
}
