/** What an end must have done to send what it is seen to send: the calls behind a segment. */
import { dataStart, finNumber, type Endpoint } from '#game/tcp/endpoint.ts';
import { add, isBefore } from '#game/tcp/sequence.ts';
import { sameFlags, type Segment, type Seq } from '#game/tcp/vocabulary.ts';
import { happen, isGone, type End } from './end.ts';

/** The end sends the segment. A bare acknowledgment has no call behind it, and data changes no state. */
export function send(end: End, segment: Segment): void {
  const { flags, seq } = segment;
  const before = end.endpoint;
  if (flags.includes('RST')) reset(end, segment);
  else {
    if (flags.includes('SYN') && !flags.includes('ACK') && isGone(end.endpoint.state)) happen(end, { type: 'open-active', iss: seq });
    countNumbers(end, segment);
    if (flags.includes('FIN')) close(end, segment);
  }
  end.told = segment.ack ?? end.told;
  end.owed = [];
  end.fired = [];
  end.deeds?.push({ event: null, sent: segment, before, after: end.endpoint });
}

/** The rules answer with it to something that arrived. */
export function isReply(end: End, { flags, seq }: Segment): boolean {
  return end.owed.some((owed) => sameFlags(owed.flags, flags) && owed.seq === seq);
}

/** A reset is either an answer, which changes nothing, or the ABORT call. */
function reset(end: End, segment: Segment): void {
  const isAnswer = end.owed.some((owed) => owed.flags.includes('RST') && owed.seq === segment.seq);
  if (!isAnswer && !isGone(end.endpoint.state)) happen(end, { type: 'abort' });
}

function close(end: End, segment: Segment): void {
  const { state, finSeq, sndUna } = end.endpoint;
  const fin = finNumber(segment);
  const canClose = state === 'ESTABLISHED' || state === 'CLOSE_WAIT' || state === 'SYN_RCVD';
  if (!canClose || finSeq !== null || fin === null) return;
  const isAcknowledged = isBefore(fin, sndUna);
  end.endpoint = { ...end.endpoint, sndNxt: fin, sndUna: isAcknowledged ? fin : sndUna };
  happen(end, { type: 'close' });
  if (isAcknowledged) happen(end, { type: 'segment', segment: acknowledgmentOf(fin, end.endpoint) });
}

/** It was captured before the FIN. */
function acknowledgmentOf(fin: Seq, { rcvNxt }: Endpoint): Segment {
  return { flags: ['ACK'], seq: rcvNxt, ack: add(fin, 1), len: 0 };
}

/** SND.NXT is at least behind the data. A SYN whose number is not the one expected is the one that counts. */
function countNumbers(end: End, segment: Segment): void {
  const { endpoint } = end;
  const isOpening = endpoint.state === 'SYN_SENT' || endpoint.state === 'SYN_RCVD';
  if (segment.flags.includes('SYN') && isOpening && segment.seq !== endpoint.iss)
    end.endpoint = { ...endpoint, iss: segment.seq, sndUna: segment.seq, sndNxt: add(segment.seq, 1) };
  const behind = add(dataStart(segment), segment.len);
  if (!isGone(endpoint.state) && isBefore(end.endpoint.sndNxt, behind)) end.endpoint = { ...end.endpoint, sndNxt: behind };
}
