/** An Interface Description Block: the link type, the snap length and what a unit of time is. */
export type Interface = {
  readonly linkType: number;
  /** 0 is no limit. */
  readonly snapLength: number;
  /** Since 1970. */
  readonly toNanoseconds: (units: bigint) => bigint;
};

const OPTIONS = 16;
const END_OF_OPTIONS = 0;
const TIMESTAMP_RESOLUTION = 9;
const TIMESTAMP_OFFSET = 14;
const SECOND = 1_000_000_000n;
/** Where the option is absent: microseconds. */
const DEFAULT_RESOLUTION = 6;

export function interfaceOf(block: DataView, isLittle: boolean): Interface {
  let resolution = DEFAULT_RESOLUTION;
  let offset = 0n;
  for (const { code, at, length } of optionsOf(block, isLittle)) {
    if (code === TIMESTAMP_RESOLUTION && length >= 1) resolution = block.getUint8(at);
    if (code === TIMESTAMP_OFFSET && length >= 8) offset = block.getBigInt64(at, isLittle) * SECOND;
  }
  const perSecond = unitsPerSecond(resolution);
  return {
    linkType: block.getUint16(8, isLittle),
    snapLength: block.getUint32(12, isLittle),
    toNanoseconds: (units) => (units * SECOND) / perSecond + offset,
  };
}

/** The highest bit tells a power of two from a power of ten. */
function unitsPerSecond(resolution: number): bigint {
  return resolution & 0x80 ? 2n ** BigInt(resolution & 0x7f) : 10n ** BigInt(resolution);
}

type Option = { readonly code: number; readonly at: number; readonly length: number };

function optionsOf(block: DataView, isLittle: boolean): readonly Option[] {
  const options: Option[] = [];
  const end = block.byteLength - 4;
  for (let at = OPTIONS; at + 4 <= end; ) {
    const code = block.getUint16(at, isLittle);
    const length = block.getUint16(at + 2, isLittle);
    if (code === END_OF_OPTIONS || at + 4 + length > end) break;
    options.push({ code, at: at + 4, length });
    at += 4 + length + ((4 - (length % 4)) % 4);
  }
  return options;
}
