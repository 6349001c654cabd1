/** What a rule sends: the form of the segment, and what the endpoint remembers of it. */
import type { Context } from './conditions.ts';
import { change, segmentEnd, segmentLength, type Endpoint } from './endpoint.ts';
import type { Reply } from './rule.ts';
import { add } from './sequence.ts';
import type { Segment } from './vocabulary.ts';
import { usableWindow } from './window.ts';

/** `sent`: all that the event has sent, this included. */
type Sent = { readonly endpoint: Endpoint; readonly sent: readonly Segment[] };

export function send(endpoint: Endpoint, reply: Reply, { segment: arrived, sent }: Context): Sent {
  if (reply === 'FIN-ON-DATA') return putFinOn(endpoint, sent);
  const segment = form(endpoint, reply, arrived);
  return segment ? { endpoint: remember(endpoint, segment), sent: [...sent, segment] } : { endpoint, sent };
}

/** <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK> */
export function acknowledgement(endpoint: Endpoint): Segment {
  return { flags: ['ACK'], seq: endpoint.sndNxt, ack: endpoint.rcvNxt, len: 0 };
}

function form(endpoint: Endpoint, reply: Exclude<Reply, 'FIN-ON-DATA'>, arrived: Segment): Segment | null {
  const { iss, sndNxt: seq, rcvNxt: ack, queuedSends, unacked } = endpoint;
  const [handedOver = 0] = queuedSends;
  switch (reply) {
    // An ACK waits for the end of the step, where RCV.NXT has its last value.
    case 'nothing':
    case 'ACK':
      return null;
    case 'SYN':
    case 'FRONT-SYN':
      return { flags: ['SYN'], seq: iss, ack: null, len: 0 };
    case 'SYN-DATA':
      return { flags: ['SYN'], seq: iss, ack: null, len: handedOver };
    case 'SYN,ACK':
      return { flags: ['SYN', 'ACK'], seq: iss, ack, len: 0 };
    case 'DATA':
      return { flags: ['ACK'], seq, ack, len: Math.min(handedOver, usableWindow(endpoint)) };
    case 'PROBE':
      return { flags: ['ACK'], seq, ack, len: 1 };
    case 'FIN,ACK':
      return { flags: ['FIN', 'ACK'], seq, ack, len: 0 };
    case 'RST':
      return { flags: ['RST'], seq, ack: null, len: 0 };
    case 'RST,ACK':
      return { flags: ['RST', 'ACK'], seq, ack, len: 0 };
    case 'RESET':
      return resetFor(arrived);
    case 'FRONT':
      return unacked[0] ? withCurrentAck(unacked[0], ack) : null;
    default:
      return reply satisfies never;
  }
}

/** A reset that the sender of the offending segment finds acceptable (§3.10.7.1). */
function resetFor(arrived: Segment): Segment {
  if (arrived.ack !== null) return { flags: ['RST'], seq: arrived.ack, ack: null, len: 0 };
  return { flags: ['RST', 'ACK'], seq: 0, ack: segmentEnd(arrived), len: 0 };
}

function withCurrentAck(segment: Segment, ack: number): Segment {
  return segment.ack === null ? segment : { ...segment, ack };
}

/** SND.NXT advances over what is new and takes numbers; the retransmission queue keeps it until it is acknowledged. */
function remember(endpoint: Endpoint, segment: Segment): Endpoint {
  const takesNumbers = segmentLength(segment) > 0;
  if (!takesNumbers) return endpoint;
  if (segment.seq !== endpoint.sndNxt) return replaceFront(endpoint, segment);
  const hasFin = segment.flags.includes('FIN');
  return change(endpoint, {
    sndNxt: segmentEnd(segment),
    finSeq: hasFin ? add(segment.seq, segment.len) : endpoint.finSeq,
    queuedSends: withoutFirst(endpoint.queuedSends, segment.len),
    queuedClose: endpoint.queuedClose && !hasFin,
    unacked: [...endpoint.unacked, ...inPieces(segment)],
  });
}

/** Sent once more under the same number, as after a simultaneous open the SYN is as SYN,ACK. */
function replaceFront(endpoint: Endpoint, segment: Segment): Endpoint {
  return change(endpoint, { unacked: [segment, ...endpoint.unacked.slice(1)] });
}

function withoutFirst([first = 0, ...others]: readonly number[], octets: number): readonly number[] {
  return first > octets ? [first - octets, ...others] : others;
}

/** A SYN and its data are retransmitted each for itself: the peer may have taken the one and not the other (§3.10.7.3, first; §3.8.6: "may repackage"). */
function inPieces(segment: Segment): readonly Segment[] {
  if (!segment.flags.includes('SYN') || segment.len === 0) return [segment];
  return [
    { ...segment, len: 0 },
    { flags: ['ACK'], seq: add(segment.seq, 1), ack: 0, len: segment.len },
  ];
}

/** The FIN goes with the data that goes out in the same step, one number behind its last octet (§3.4). */
function putFinOn(endpoint: Endpoint, sent: readonly Segment[]): Sent {
  const last = sent.at(-1);
  if (!last) throw new Error('no data goes out');
  const joined: Segment = { ...last, flags: ['FIN', 'ACK'] };
  const { sndNxt, unacked } = endpoint;
  return {
    endpoint: change(endpoint, { sndNxt: add(sndNxt, 1), finSeq: sndNxt, queuedClose: false, unacked: [...unacked.slice(0, -1), joined] }),
    sent: [...sent.slice(0, -1), joined],
  };
}
