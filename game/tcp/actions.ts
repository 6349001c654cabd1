/** What a rule does to the variables of an endpoint, apart from sending and from changing the state. */
import type { Context } from './conditions.ts';
import { add, isAtOrBefore, isBefore } from './sequence.ts';
import { dataStart, newOctets, segmentEnd, type Endpoint } from './endpoint.ts';
import type { Event, Segment } from './vocabulary.ts';

type Action = (context: Context, event: Event) => Endpoint;

export const ACTIONS = {
  /** ISS is selected; SND.UNA is set to ISS. SND.NXT follows when the SYN goes out. Nothing of an earlier incarnation waits. */
  chooseIss: ({ endpoint }, event) => {
    const iss = event.iss ?? 0;
    return { ...endpoint, iss, sndUna: iss, sndNxt: iss, finSeq: null, unacked: [], queuedData: 0, queuedClose: false };
  },
  becomeActive: ({ endpoint }) => ({ ...endpoint, opened: 'active' }),
  becomePassive: ({ endpoint }) => ({ ...endpoint, opened: 'passive' }),

  /** RCV.NXT is set to SEG.SEQ+1, IRS to SEG.SEQ; other control or text is queued for processing later. */
  learnIrs: ({ endpoint, segment }) => {
    const rest: Segment = { ...segment, flags: segment.flags.filter((flag) => flag !== 'SYN'), seq: dataStart(segment) };
    const held = rest.len > 0 || rest.flags.includes('FIN') ? [rest] : [];
    return { ...endpoint, irs: segment.seq, rcvNxt: dataStart(segment), held };
  },

  /** SND.UNA <- SEG.ACK; what is thereby acknowledged leaves the retransmission queue. */
  advanceUna: ({ endpoint, segment }) => {
    const sndUna = segment.ack ?? endpoint.sndUna;
    return { ...endpoint, sndUna, unacked: endpoint.unacked.filter((one) => !isAtOrBefore(segmentEnd(one), sndUna)) };
  },

  /** RCV.NXT advances over the data, and over what was kept behind it. */
  acceptData: ({ endpoint, segment }) => {
    const rcvNxt = [segment, ...endpoint.held].reduce(overData, endpoint.rcvNxt);
    return { ...endpoint, rcvNxt, held: endpoint.held.filter((one) => isBefore(rcvNxt, segmentEnd(one))) };
  },
  hold: ({ endpoint, segment }) => ({ ...endpoint, held: [...endpoint.held, segment].sort(bySeqFrom(endpoint.rcvNxt)) }),
  /** RCV.NXT advances over the FIN; nothing can follow it. */
  acceptFin: ({ endpoint }) => ({ ...endpoint, rcvNxt: add(endpoint.rcvNxt, 1), held: [] }),

  queueData: ({ endpoint }, event) => ({
    ...endpoint,
    queuedData: endpoint.queuedData + (event.type === 'send' ? event.len : 0),
  }),
  queueClose: ({ endpoint }) => ({ ...endpoint, queuedClose: true }),
} as const satisfies Record<string, Action>;
export type ActionName = keyof typeof ACTIONS;

function overData(rcvNxt: number, segment: Segment): number {
  const isNext = isAtOrBefore(dataStart(segment), rcvNxt);
  return isNext ? add(rcvNxt, newOctets(segment, rcvNxt)) : rcvNxt;
}

function bySeqFrom(rcvNxt: number) {
  return (a: Segment, b: Segment) => add(a.seq, -rcvNxt) - add(b.seq, -rcvNxt);
}
