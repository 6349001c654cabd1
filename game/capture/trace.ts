/** The numbers that one end is seen to use. */
import { segmentEnd, segmentLength } from '#game/tcp/endpoint.ts';
import { add, isAtOrBefore, isBefore, isInWindow } from '#game/tcp/sequence.ts';
import type { Segment, Seq } from '#game/tcp/vocabulary.ts';
import { WIDEST_WINDOW } from './window.ts';
import type { CapturedSegment } from './vocabulary.ts';

/** Numbers that were passed over: not captured, or not yet. */
type Gap = { readonly from: Seq; readonly to: Seq; readonly since: bigint | null };

export type Trace = {
  /** What its numbers are relative to: its SYN, else the first number that was seen of it or acknowledged to it. */
  readonly first: Seq | null;
  readonly syn: Seq | null;
  /** Behind the highest number seen. */
  readonly next: Seq | null;
  readonly gaps: readonly Gap[];
  readonly last: LastSegment | null;
};
export type LastSegment = Pick<CapturedSegment, 'segment' | 'window' | 'identification' | 'time'>;

export const EMPTY_TRACE: Trace = { first: null, syn: null, next: null, gaps: [], last: null };

/** A transfer that leaves more gaps open than this was hardly captured. */
const MAX_GAPS = 64;

export function hasSyn(segment: Segment): boolean {
  return segment.flags.includes('SYN');
}

export function isBareAck({ flags, len }: Segment): boolean {
  return flags.length === 1 && flags[0] === 'ACK' && len === 0;
}

/** The end sends the segment. The number of a reset is that of an answer, and tells nothing. */
export function traced(trace: Trace, segment: Segment, at: bigint | null): Trace {
  const syn = hasSyn(segment) ? segment.seq : trace.syn;
  const first = hasSyn(segment) && trace.syn === null ? segment.seq : (trace.first ?? segment.seq);
  if (segment.flags.includes('RST')) return { ...trace, first };
  const restarts = syn !== trace.syn;
  const known = restarts ? { next: null, gaps: [] } : trace;
  return { ...trace, first, syn, ...extended(known, segment.seq, segmentEnd(segment), at) };
}

/** The end has sent what is acknowledged to it, captured or not, unless that is further than any window reaches. */
export function acknowledged(trace: Trace, ack: Seq, at: bigint | null): Trace {
  const isTrue = trace.next === null || !isBefore(trace.next, ack) || isInWindow(ack, trace.next, WIDEST_WINDOW);
  return isTrue ? { ...trace, first: trace.first ?? ack, ...extended(trace, ack, ack, at) } : trace;
}

type Known = Pick<Trace, 'next' | 'gaps'>;

function extended({ next, gaps }: Known, from: Seq, to: Seq, since: bigint | null): Known {
  const isAhead = next !== null && isBefore(next, from);
  const left = gaps.length === 0 ? gaps : gaps.flatMap((gap) => without(gap, from, to));
  return {
    next: next === null || isBefore(next, to) ? to : next,
    gaps: isAhead ? [...left, { from: next, to: from, since }].slice(-MAX_GAPS) : left,
  };
}

function without(gap: Gap, from: Seq, to: Seq): Gap[] {
  if (isAtOrBefore(to, gap.from) || isAtOrBefore(gap.to, from)) return [gap];
  const before = { ...gap, to: from };
  const after = { ...gap, from: to };
  return [before, after].filter((part) => isBefore(part.from, part.to));
}

/** The gap that the segment fills, if any. */
export function gapFilledBy({ gaps }: Trace, segment: Segment): Gap | null {
  const end = segmentEnd(segment);
  return gaps.find((gap) => isBefore(gap.from, end) && isBefore(segment.seq, gap.to)) ?? null;
}

/** It takes numbers that the end is past. */
export function isBehind({ next }: Trace, segment: Segment): boolean {
  return next !== null && segmentLength(segment) > 0 && isBefore(segment.seq, next);
}

export function relativeTo(first: Seq | null, number: Seq): Seq {
  return add(number, -(first ?? number));
}
