import { add, distance, isBefore } from './sequence.ts';
import type { Segment, Seq, State } from './vocabulary.ts';

/** One end of a connection: the state and the variables of its transmission control block (RFC 9293 §3.3.1). */
export type Endpoint = {
  readonly state: State;
  /** How it was opened: a RST in SYN_RCVD leads back to where the connection came from (MUST-11; §3.6.1, MAY-2 for "reopened"). */
  readonly opened: 'active' | 'passive' | 'reopened' | null;
  readonly iss: Seq;
  readonly irs: Seq;
  readonly sndUna: Seq;
  readonly sndNxt: Seq;
  /** Octets from SND.UNA on that the peer takes, 0 to 65,535, and the numbers of the segment that said so. */
  readonly sndWnd: number;
  readonly sndWl1: Seq;
  readonly sndWl2: Seq;
  readonly rcvNxt: Seq;
  /** Octets, 0 to 65,535. Arriving data does not use it up: the application reads at once. */
  readonly rcvWnd: number;
  /** The sequence number that our FIN took; null while none was sent. */
  readonly finSeq: Seq | null;
  /** The retransmission queue, oldest first: sent, taking sequence numbers, not acknowledged. */
  readonly unacked: readonly Segment[];
  /** Calls that wait until the connection lets them go out: the octets of each SEND, oldest first, then a CLOSE. */
  readonly queuedSends: readonly number[];
  readonly queuedClose: boolean;
  /** Segments that came ahead of a gap, kept until it is filled (SHLD-31). */
  readonly held: readonly Segment[];
  /** The TIME_WAIT that a new SYN has reopened, until that SYN is known not to be an old duplicate (§3.6.1, MAY-2). */
  readonly former: Endpoint | null;
};

export const DEFAULT_WINDOW = 65_535;

/** No connection at all (§3.3.2: "fictional because it represents the state when there is no TCB"). */
export const CLOSED_ENDPOINT: Endpoint = {
  state: 'CLOSED',
  opened: null,
  iss: 0,
  irs: 0,
  sndUna: 0,
  sndNxt: 0,
  sndWnd: DEFAULT_WINDOW,
  sndWl1: 0,
  sndWl2: 0,
  rcvNxt: 0,
  rcvWnd: DEFAULT_WINDOW,
  finSeq: null,
  unacked: [],
  queuedSends: [],
  queuedClose: false,
  held: [],
  former: null,
};

/**
 * The endpoint with those variables changed. Every one is made by a literal with all variables in this order: V8 gives what is spread a
 * shape of its own at every place, and for many shapes all that reads them is ten times slower.
 */
export function change(endpoint: Endpoint, to: Partial<Endpoint>): Endpoint {
  return {
    state: to.state ?? endpoint.state,
    opened: to.opened === undefined ? endpoint.opened : to.opened,
    iss: to.iss ?? endpoint.iss,
    irs: to.irs ?? endpoint.irs,
    sndUna: to.sndUna ?? endpoint.sndUna,
    sndNxt: to.sndNxt ?? endpoint.sndNxt,
    sndWnd: to.sndWnd ?? endpoint.sndWnd,
    sndWl1: to.sndWl1 ?? endpoint.sndWl1,
    sndWl2: to.sndWl2 ?? endpoint.sndWl2,
    rcvNxt: to.rcvNxt ?? endpoint.rcvNxt,
    rcvWnd: to.rcvWnd ?? endpoint.rcvWnd,
    finSeq: to.finSeq === undefined ? endpoint.finSeq : to.finSeq,
    unacked: to.unacked ?? endpoint.unacked,
    queuedSends: to.queuedSends ?? endpoint.queuedSends,
    queuedClose: to.queuedClose ?? endpoint.queuedClose,
    held: to.held ?? endpoint.held,
    former: to.former === undefined ? endpoint.former : to.former,
  };
}

/** SEG.LEN: octets of data, and one each for SYN and FIN (§3.4). */
export function segmentLength(segment: Segment): number {
  return segment.len + Number(segment.flags.includes('SYN')) + Number(segment.flags.includes('FIN'));
}

/** The number after the last one that the segment takes. */
export function segmentEnd(segment: Segment): Seq {
  return add(segment.seq, segmentLength(segment));
}

/** The number of the first octet of data: the one after SYN where there is one (§3.4: "SYN is considered to occur before the first actual data octet"). */
export function dataStart(segment: Segment): Seq {
  return add(segment.seq, segment.flags.includes('SYN') ? 1 : 0);
}

/** The number that the segment's FIN takes; null where it has none. */
export function finNumber(segment: Segment): Seq | null {
  return segment.flags.includes('FIN') ? add(dataStart(segment), segment.len) : null;
}

/** How many octets of the segment are new to an endpoint that expects `rcvNxt`. */
export function newOctets(segment: Segment, rcvNxt: Seq): number {
  const end = add(dataStart(segment), segment.len);
  return isBefore(rcvNxt, end) ? Math.min(segment.len, distance(rcvNxt, end)) : 0;
}
