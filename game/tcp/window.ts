/** The two windows: what an endpoint takes, RCV.NXT and RCV.WND, and what its peer takes, SND.UNA and SND.WND (RFC 9293 §3.4, §3.8.6). */
import { DEFAULT_WINDOW, segmentLength, type Endpoint } from './endpoint.ts';
import { add, distance, isAtOrBefore, isBefore, isInWindow } from './sequence.ts';
import type { Segment } from './vocabulary.ts';

/** Whether the segment passes the acceptability test: Table 6 of §3.10.7.4, §3.4. */
export function isAcceptable({ rcvNxt, rcvWnd }: Endpoint, segment: Segment): boolean {
  const length = segmentLength(segment);
  if (length === 0) return rcvWnd === 0 ? segment.seq === rcvNxt : isInWindow(segment.seq, rcvNxt, rcvWnd);
  const last = add(segment.seq, length - 1);
  return isInWindow(segment.seq, rcvNxt, rcvWnd) || isInWindow(last, rcvNxt, rcvWnd);
}

/** SEG.WND */
export function offeredWindow({ wnd = DEFAULT_WINDOW }: Segment): number {
  return wnd;
}

/** SND.UNA =< SEG.ACK =< SND.NXT, and no later segment has told the window before (§3.10.7.4, fifth). */
export function tellsWindow({ sndUna, sndNxt, sndWl1, sndWl2 }: Endpoint, { seq, ack }: Segment): boolean {
  if (ack === null || !isAtOrBefore(sndUna, ack) || !isAtOrBefore(ack, sndNxt)) return false;
  return isBefore(sndWl1, seq) || (sndWl1 === seq && isAtOrBefore(sndWl2, ack));
}

/** Octets that may go out now: SND.UNA + SND.WND − SND.NXT; negative where the peer has shrunk its window (§3.8.6.2.1, MUST-34). */
export function usableWindow({ sndUna, sndWnd, sndNxt }: Endpoint): number {
  return sndWnd - distance(sndUna, sndNxt);
}
