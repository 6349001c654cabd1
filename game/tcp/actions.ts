/** What a rule does to the variables of an endpoint, apart from sending and from changing the state. */
import type { Context } from './conditions.ts';
import { add, distance, isAtOrBefore, isBefore } from './sequence.ts';
import { change, dataStart, newOctets, segmentEnd, type Endpoint } from './endpoint.ts';
import type { Event, Segment } from './vocabulary.ts';
import { offeredWindow, tellsWindow } from './window.ts';

type Action = (context: Context, event: Event) => Endpoint;

export const ACTIONS = {
  /** ISS is selected; SND.UNA is set to ISS. SND.NXT follows when the SYN goes out. Nothing of an earlier incarnation waits. */
  chooseIss: ({ endpoint, iss }) => {
    return change(endpoint, { iss, sndUna: iss, sndNxt: iss, finSeq: null, unacked: [], queuedSends: [], queuedClose: false });
  },
  becomeActive: ({ endpoint }) => change(endpoint, { opened: 'active' }),
  becomePassive: ({ endpoint }) => change(endpoint, { opened: 'passive' }),
  /** The old incarnation is kept: the new SYN may turn out to be an old duplicate (§3.6.1, MAY-2). */
  reopen: ({ endpoint }) => change(endpoint, { opened: 'reopened', former: endpoint }),
  returnToFormer: ({ endpoint }) => endpoint.former ?? endpoint,

  /** RCV.NXT is set to SEG.SEQ+1, IRS to SEG.SEQ; other control or text is queued for processing later. */
  learnIrs: ({ endpoint, segment }) => {
    const rest: Segment = { ...segment, flags: segment.flags.filter((flag) => flag !== 'SYN'), seq: dataStart(segment) };
    const held = rest.len > 0 || rest.flags.includes('FIN') ? [rest] : [];
    return change(endpoint, { irs: segment.seq, rcvNxt: dataStart(segment), held });
  },

  /** SND.UNA <- SEG.ACK; what is thereby acknowledged entirely leaves the retransmission queue. A SYN that reopened is now known to be new. */
  advanceUna: ({ endpoint, segment }) => {
    const sndUna = segment.ack ?? endpoint.sndUna;
    return change(endpoint, { sndUna, unacked: endpoint.unacked.filter((one) => !isAtOrBefore(segmentEnd(one), sndUna)), former: null });
  },
  /** SND.WND <- SEG.WND, SND.WL1 <- SEG.SEQ, SND.WL2 <- SEG.ACK */
  learnWindow: ({ endpoint, segment }) => withWindowOf(endpoint, segment),
  updateWindow: ({ endpoint, segment }) => (tellsWindow(endpoint, segment) ? withWindowOf(endpoint, segment) : endpoint),

  /** RCV.NXT advances over the data and what was kept, in the order of their numbers: the text of a SYN lies before what arrives. */
  acceptData: ({ endpoint, segment }) => {
    const received = inOrder([segment, ...endpoint.held], endpoint);
    return withHeld(change(endpoint, { rcvNxt: received.reduce(overData, endpoint.rcvNxt) }), received);
  },
  /** Once, however often it comes. */
  hold: ({ endpoint, segment }) =>
    endpoint.held.some((one) => isSameText(one, segment)) ? endpoint : withHeld(endpoint, [...endpoint.held, segment]),
  /** RCV.NXT advances over the FIN; nothing can follow it. */
  acceptFin: ({ endpoint }) => change(endpoint, { rcvNxt: add(endpoint.rcvNxt, 1), held: [] }),

  queueData: ({ endpoint }, event) =>
    event.type === 'send' ? change(endpoint, { queuedSends: [...endpoint.queuedSends, event.len] }) : endpoint,
  queueClose: ({ endpoint }) => change(endpoint, { queuedClose: true }),
} as const satisfies Record<string, Action>;
export type ActionName = keyof typeof ACTIONS;

function withWindowOf(endpoint: Endpoint, segment: Segment): Endpoint {
  return change(endpoint, { sndWnd: offeredWindow(segment), sndWl1: segment.seq, sndWl2: segment.ack ?? endpoint.sndUna });
}

function overData(rcvNxt: number, segment: Segment): number {
  const isNext = isAtOrBefore(dataStart(segment), rcvNxt);
  return isNext ? add(rcvNxt, newOctets(segment, rcvNxt)) : rcvNxt;
}

/** Without what has been received meanwhile. */
function withHeld(endpoint: Endpoint, held: readonly Segment[]): Endpoint {
  const missing = held.filter((one) => isBefore(endpoint.rcvNxt, segmentEnd(one)));
  return change(endpoint, { held: inOrder(missing, endpoint) });
}

function inOrder(segments: readonly Segment[], { rcvNxt }: Endpoint): readonly Segment[] {
  return segments.toSorted((a, b) => distance(rcvNxt, a.seq) - distance(rcvNxt, b.seq));
}

function isSameText(a: Segment, b: Segment): boolean {
  return a.seq === b.seq && a.len === b.len && a.flags.includes('FIN') === b.flags.includes('FIN');
}
