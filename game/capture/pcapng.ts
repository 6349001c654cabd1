/** The format of Wireshark (draft-ietf-opsawg-pcapng): blocks, in sections that each have their byte order and interfaces. */
import type { Chunks } from './chunks.ts';
import { interfaceOf, type Interface } from './pcapng-interface.ts';
import { viewOf } from './pcap.ts';
import type { Format, Found } from './reader.ts';
import type { Damage, Frame } from './vocabulary.ts';

const SECTION_HEADER = 0x0a0d0d0a;
const INTERFACE_DESCRIPTION = 1;
/** The Packet Block, which the Enhanced Packet Block replaced. */
const OLD_PACKET = 2;
const SIMPLE_PACKET = 3;
const ENHANCED_PACKET = 6;

const BYTE_ORDER = 0x1a2b3c4d;
const MAJOR_VERSION = 1;
/** Type and total length stand before the body, the total length once more behind it. */
const AROUND = 12;
const BODY = 8;
/** More than Wireshark reads of one block. */
const MAX_BLOCK = 2 ** 24;

/** How long a block of a type is at least; the names are those of the fields before the options or the packet. */
const SHORTEST: Readonly<Record<number, number>> = {
  [SECTION_HEADER]: 28,
  [INTERFACE_DESCRIPTION]: 20,
  [OLD_PACKET]: 32,
  [SIMPLE_PACKET]: 16,
  [ENHANCED_PACKET]: 32,
};

type Section = { readonly isLittle: boolean; readonly interfaces: Interface[] };
type Block = { readonly type: number; readonly view: DataView };
type Packet = { readonly from: Interface | undefined; readonly time: bigint | null; readonly start: number; readonly captured: number };

/** Reads the format if these are the first four octets of such a file. */
export function pcapngFormat(magic: Uint8Array): Format | null {
  return viewOf(magic).getUint32(0) === SECTION_HEADER ? readPcapng() : null;
}

function readPcapng(): Format {
  let section: Section = { isLittle: true, interfaces: [] };
  let frames = 0;
  const next = (chunks: Chunks): Found => {
    for (;;) {
      const byte = chunks.taken();
      const damaged = (damage: Damage['damage']): Damage => ({ damage, frame: frames + 1, byte, readTo: 0 });
      const block = readBlock(chunks, section);
      if (block === null) return null;
      if (block === 'bad-block') return damaged('bad-block');
      if (block.type === SECTION_HEADER) section = { isLittle: block.isLittle, interfaces: [] };
      if (block.type === INTERFACE_DESCRIPTION) section.interfaces.push(interfaceOf(block.view, section.isLittle));
      const frame = frameOf(block, section, frames + 1);
      if (frame === 'unknown-interface' || frame === 'bad-block') return damaged(frame);
      if (frame) frames += 1;
      if (frame) return frame;
    }
  };
  return { next };
}

/** A whole block, taken; null where it is not there yet. */
function readBlock(chunks: Chunks, section: Section): (Block & { isLittle: boolean }) | 'bad-block' | null {
  const start = chunks.peek(AROUND);
  if (!start) return null;
  const view = viewOf(start);
  const isSection = view.getUint32(0) === SECTION_HEADER;
  const isLittle = isSection ? view.getUint32(BODY, true) === BYTE_ORDER : section.isLittle;
  const type = view.getUint32(0, isLittle);
  const length = view.getUint32(4, isLittle);
  if (isSection && view.getUint32(BODY, isLittle) !== BYTE_ORDER) return 'bad-block';
  if (length < (SHORTEST[type] ?? AROUND) || length > MAX_BLOCK || length % 4 !== 0) return 'bad-block';
  const bytes = chunks.peek(length);
  if (!bytes) return null;
  const block = viewOf(bytes);
  if (block.getUint32(length - 4, isLittle) !== length) return 'bad-block';
  if (isSection && block.getUint16(12, isLittle) !== MAJOR_VERSION) return 'bad-block';
  chunks.take(length);
  return { type, view: block, isLittle };
}

function frameOf(block: Block, section: Section, number: number): Frame | 'unknown-interface' | 'bad-block' | null {
  const packet = packetOf(block, section);
  if (!packet) return null;
  const { from, time, start, captured } = packet;
  if (!from) return 'unknown-interface';
  const { view } = block;
  if (start + captured > view.byteLength - 4) return 'bad-block';
  const length = view.getUint32(start - 4, section.isLittle);
  const bytes = new Uint8Array(view.buffer, view.byteOffset + start, captured);
  return { number, time, linkType: from.linkType, bytes, length };
}

/** The three kinds of packet; in each the length on the wire stands right before the packet. */
function packetOf({ type, view }: Block, { isLittle, interfaces }: Section): Packet | null {
  if (type === SIMPLE_PACKET) {
    const [from] = interfaces;
    const captured = Math.min(view.getUint32(BODY, isLittle), from?.snapLength || MAX_BLOCK, view.byteLength - AROUND - 4);
    return { from, time: null, start: BODY + 4, captured };
  }
  if (type !== ENHANCED_PACKET && type !== OLD_PACKET) return null;
  const from = interfaces[type === OLD_PACKET ? view.getUint16(BODY, isLittle) : view.getUint32(BODY, isLittle)];
  const units = (BigInt(view.getUint32(12, isLittle)) << 32n) | BigInt(view.getUint32(16, isLittle));
  return { from, time: from ? from.toNanoseconds(units) : null, start: 28, captured: view.getUint32(20, isLittle) };
}
