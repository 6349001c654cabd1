/** TCP headers (RFC 9293 §3.1). */
import { FLAGS, type Flag, type Segment } from '#game/tcp/vocabulary.ts';
import type { CapturedSegment } from './vocabulary.ts';

type Header = Pick<CapturedSegment, 'segment' | 'window' | 'sack'> & {
  readonly sourcePort: number;
  readonly destinationPort: number;
};

const SHORTEST_HEADER = 20;
const BITS: Readonly<Record<Flag, number>> = { FIN: 1, SYN: 2, RST: 4, ACK: 16 };
/** Every combination of the four, made once. */
const FLAG_SETS = Array.from({ length: 32 }, (_, bits) => FLAGS.filter((flag) => (bits & BITS[flag]) !== 0));

/** `length` octets of header and data, of which those in `view` were captured. */
export function readHeader(view: DataView, length: number): Header | 'cut-short' | 'malformed' {
  if (view.byteLength < SHORTEST_HEADER) return length < SHORTEST_HEADER ? 'malformed' : 'cut-short';
  const header = (view.getUint8(12) >> 4) * 4;
  if (header < SHORTEST_HEADER || header > length) return 'malformed';
  const flags = FLAG_SETS[view.getUint8(13) & 31] ?? [];
  const ack = flags.includes('ACK') ? view.getUint32(8) : null;
  const segment: Segment = { flags, seq: view.getUint32(4), ack, len: length - header };
  return {
    sourcePort: view.getUint16(0),
    destinationPort: view.getUint16(2),
    segment,
    window: view.getUint16(14),
    sack: header === SHORTEST_HEADER ? null : firstSack(view, header),
  };
}

const END_OF_OPTIONS = 0;
const NO_OPERATION = 1;
const SACK = 5;

function firstSack(view: DataView, header: number): CapturedSegment['sack'] {
  const end = Math.min(header, view.byteLength);
  for (let at = SHORTEST_HEADER; at + 1 < end; ) {
    const kind = view.getUint8(at);
    const length = kind === NO_OPERATION ? 1 : view.getUint8(at + 1);
    if (kind === END_OF_OPTIONS || length < 1) return null;
    if (kind === SACK && length >= 10 && at + 10 <= end) return { from: view.getUint32(at + 2), to: view.getUint32(at + 6) };
    at += length;
  }
  return null;
}
