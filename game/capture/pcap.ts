/** The classic format of tcpdump (draft-ietf-opsawg-pcap): a file header, then records. */
import type { Chunks } from './chunks.ts';
import type { Format, Found } from './reader.ts';

/** Each of the two magic numbers as it stands in the file, in either byte order, and how many nanoseconds a unit of time has. */
const MAGICS = [
  { big: 0xa1b2c3d4, unit: 1000 },
  { big: 0xa1b23c4d, unit: 1 },
] as const;

const FILE_HEADER = 24;
const RECORD_HEADER = 16;

/** More than any frame has that is captured whole; what says so much and more is damaged. */
export const MAX_CAPTURED = 2 ** 20;

/** Reads the format if these are the first four octets of such a file. */
export function pcapFormat(magic: Uint8Array): Format | null {
  const view = viewOf(magic);
  for (const { big, unit } of MAGICS)
    for (const isLittle of [true, false]) if (view.getUint32(0, isLittle) === big) return readPcap(isLittle, unit);
  return null;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function readPcap(isLittle: boolean, unit: number): Format {
  let linkType: number | null = null;
  let number = 0;
  const readHeader = (chunks: Chunks) => {
    const header = chunks.peek(FILE_HEADER);
    // The upper half tells the length of a frame check sequence, which the length in the IP header leaves out anyway.
    if (header) linkType = viewOf(header).getUint32(20, isLittle) & 0xffff;
    if (header) chunks.take(FILE_HEADER);
  };
  const readRecord = (chunks: Chunks, type: number): Found => {
    const header = chunks.peek(RECORD_HEADER);
    if (!header) return null;
    const view = viewOf(header);
    const captured = view.getUint32(8, isLittle);
    if (captured > MAX_CAPTURED) return { damage: 'impossible-length', frame: number + 1, byte: chunks.taken(), readTo: 0 };
    const record = chunks.peek(RECORD_HEADER + captured);
    if (!record) return null;
    chunks.take(record.length);
    const time = BigInt(view.getUint32(0, isLittle)) * 1_000_000_000n + BigInt(view.getUint32(4, isLittle) * unit);
    number += 1;
    return { number, time, linkType: type, bytes: record.subarray(RECORD_HEADER), length: view.getUint32(12, isLittle) };
  };
  return {
    next(chunks) {
      if (linkType === null) readHeader(chunks);
      return linkType === null ? null : readRecord(chunks, linkType);
    },
  };
}
