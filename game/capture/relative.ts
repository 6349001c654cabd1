/** The numbers of a connection relative to the first of each end, as its lines have them. */
import type { Endpoint } from '#game/tcp/endpoint.ts';
import { add } from '#game/tcp/sequence.ts';
import { otherRole, type Role, type Segment, type Seq } from '#game/tcp/vocabulary.ts';
import type { Act } from './acts.ts';
import { isGone } from './end.ts';

/** The first number of each end. */
export type Firsts = Readonly<Record<Role, Seq>>;

export function relativeAct(act: Act, firsts: Firsts): Act {
  const { at, event, before, after, sent } = act;
  return {
    ...act,
    event: event && relativeEvent(event, at, firsts),
    before: relativeEndpoint(before, at, firsts),
    after: relativeEndpoint(after, at, firsts),
    sent: sent && relativeSegment(sent, at, firsts),
  };
}

function relativeEvent(event: NonNullable<Act['event']>, at: Role, firsts: Firsts): NonNullable<Act['event']> {
  if (event.type === 'segment') {
    const segment = relativeSegment(event.segment, otherRole(at), firsts);
    return event.iss === undefined ? { ...event, segment } : { ...event, segment, iss: add(event.iss, -firsts[at]) };
  }
  return event.type === 'open-active' && event.iss !== undefined ? { ...event, iss: add(event.iss, -firsts[at]) } : event;
}

function relativeSegment(segment: Segment, from: Role, firsts: Firsts): Segment {
  const { seq, ack } = segment;
  return { ...segment, seq: add(seq, -firsts[from]), ack: ack === null ? null : add(ack, -firsts[otherRole(from)]) };
}

/** Without a connection there are no numbers. */
function relativeEndpoint(endpoint: Endpoint, at: Role, firsts: Firsts): Endpoint {
  if (isGone(endpoint.state)) return endpoint;
  const own = (seq: Seq) => add(seq, -firsts[at]);
  const peers = (seq: Seq) => add(seq, -firsts[otherRole(at)]);
  const { iss, irs, sndUna, sndNxt, sndWl1, sndWl2, rcvNxt, finSeq, unacked, held } = endpoint;
  return {
    ...endpoint,
    iss: own(iss),
    irs: peers(irs),
    sndUna: own(sndUna),
    sndNxt: own(sndNxt),
    sndWl1: peers(sndWl1),
    sndWl2: own(sndWl2),
    rcvNxt: peers(rcvNxt),
    finSeq: finSeq === null ? null : own(finSeq),
    unacked: unacked.map((segment) => relativeSegment(segment, at, firsts)),
    held: held.map((segment) => relativeSegment(segment, otherRole(at), firsts)),
  };
}
