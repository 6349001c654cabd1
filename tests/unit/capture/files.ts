/** Capture files of every kind, made from frames. */
import { joinOctets } from '#game/capture/write.ts';

export type FileFrame = {
  readonly octets: Uint8Array;
  /** Nanoseconds since 1970. */
  readonly time: bigint;
  /** On the wire; as many as there are octets where it is absent. */
  readonly length?: number;
};

export type PcapKind = { readonly isLittle: boolean; readonly isNano: boolean };

export function pcapFile({ isLittle, isNano }: PcapKind, linkType: number, frames: readonly FileFrame[]): Uint8Array {
  const unit = isNano ? 1n : 1000n;
  const header = numbers(isLittle, [isNano ? 0xa1b23c4d : 0xa1b2c3d4, [2, 4], 0, 0, 262_144, linkType]);
  const records = frames.flatMap(({ octets, time, length = octets.length }) => {
    const parts = [Number(time / 1_000_000_000n), Number((time % 1_000_000_000n) / unit), octets.length, length];
    return [numbers(isLittle, parts), octets];
  });
  return joinOctets([header, ...records]);
}

export type Interface = { readonly linkType: number; readonly snapLength?: number; readonly resolution?: number; readonly offset?: number };

/** A section of a pcapng file, block by block. */
export function section(isLittle: boolean) {
  const blocks: Uint8Array[] = [];
  const block = (type: number, ...body: readonly Uint8Array[]) => {
    const content = padded(joinOctets(body));
    const length = numbers(isLittle, [content.length + 12]);
    blocks.push(joinOctets([numbers(isLittle, [type]), length, content, length]));
  };
  block(0x0a0d0d0a, numbers(isLittle, [0x1a2b3c4d, [1, 0], 0xffffffff, 0xffffffff]));
  return {
    block,
    interface: ({ linkType, snapLength = 0, resolution, offset }: Interface) =>
      block(1, numbers(isLittle, [[linkType, 0], snapLength]), options(isLittle, { resolution, offset })),
    enhanced: (id: number, units: bigint, octets: Uint8Array, length = octets.length) =>
      block(6, numbers(isLittle, [id, ...halves(units), octets.length, length]), octets),
    old: (id: number, units: bigint, octets: Uint8Array) =>
      block(2, numbers(isLittle, [[id, 0], ...halves(units), octets.length, octets.length]), octets),
    simple: (octets: Uint8Array, length = octets.length) => block(3, numbers(isLittle, [length]), octets),
    octets: () => joinOctets(blocks),
  };
}

function halves(units: bigint): [number, number] {
  return [Number(units >> 32n), Number(units & 0xffffffffn)];
}

function options(isLittle: boolean, { resolution, offset }: Pick<Interface, 'resolution' | 'offset'>): Uint8Array {
  const parts: Uint8Array[] = [];
  if (resolution !== undefined) parts.push(numbers(isLittle, [[9, 1]]), Uint8Array.of(resolution, 0, 0, 0));
  const seconds = isLittle ? [offset ?? 0, 0] : [0, offset ?? 0];
  if (offset !== undefined) parts.push(numbers(isLittle, [[14, 8], ...seconds]));
  return joinOctets(parts);
}

/** Numbers of 32 bits, and pairs of 16 bits. */
function numbers(isLittle: boolean, values: readonly (number | readonly [number, number])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * values.length));
  for (const [index, value] of values.entries()) {
    const [first, second] = typeof value === 'number' ? [value, null] : value;
    if (second === null) view.setUint32(4 * index, first, isLittle);
    else {
      view.setUint16(4 * index, first, isLittle);
      view.setUint16(4 * index + 2, second, isLittle);
    }
  }
  return new Uint8Array(view.buffer);
}

function padded(octets: Uint8Array): Uint8Array {
  const whole = new Uint8Array(Math.ceil(octets.length / 4) * 4);
  whole.set(octets);
  return whole;
}
