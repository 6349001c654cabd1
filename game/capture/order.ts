/** Segments whose numbers their sender is past: overtaken by others, or sent again. */
import type { RoundTrip } from './round-trip.ts';
import { gapFilledBy, isBehind, type Trace } from './trace.ts';
import type { CapturedSegment } from './vocabulary.ts';

/** It fills a gap before a round trip is over, which is too early for a segment that is sent again. */
export function isOvertaken(seen: CapturedSegment, own: Trace, { nanoseconds }: RoundTrip): boolean {
  const gap = isBehind(own, seen.segment) ? gapFilledBy(own, seen.segment) : null;
  if (gap === null) return false;
  return gap.since === null || seen.time === null || seen.time - gap.since < nanoseconds;
}
