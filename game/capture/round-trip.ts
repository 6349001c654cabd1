/** How long a segment and its answer take, told by the handshake: it is the same wherever on the way it is captured. */
import type { Role } from '#game/tcp/vocabulary.ts';
import type { CapturedSegment } from './vocabulary.ts';

export type RoundTrip = {
  /** From the client's SYN to its ACK of the SYN,ACK. */
  readonly nanoseconds: bigint;
  /** When the client last sent its SYN; null before, and once the handshake is over. */
  readonly synAt: bigint | null;
};

/** Where no handshake was captured, Wireshark takes three milliseconds. */
export const UNKNOWN_ROUND_TRIP: RoundTrip = { nanoseconds: 3_000_000n, synAt: null };

export function roundTripAfter(known: RoundTrip, { segment, time }: CapturedSegment, from: Role): RoundTrip {
  if (from === 'server') return known;
  if (segment.flags.includes('SYN')) return { ...known, synAt: time };
  if (known.synAt === null || time === null) return known;
  return { nanoseconds: time - known.synAt, synAt: null };
}
