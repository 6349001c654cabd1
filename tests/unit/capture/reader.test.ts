/** Both file formats, in chunks of any size, whole and damaged. */
import { describe, expect, test } from 'vitest';
import { createReader } from '#game/capture/reader.ts';
import type { Frame } from '#game/capture/vocabulary.ts';
import { joinOctets } from '#game/capture/write.ts';
import { pcapFile, section, type FileFrame } from './files.ts';

const MOMENT = 1_700_000_000_123_456_000n;
const FRAMES: readonly FileFrame[] = [
  { octets: Uint8Array.of(1, 2, 3), time: MOMENT },
  { octets: Uint8Array.of(4), time: MOMENT + 1000n, length: 1500 },
  { octets: Uint8Array.of(), time: MOMENT + 2_000_000_000n },
];

function read(file: Uint8Array, size = file.length) {
  const frames: Frame[] = [];
  const reader = createReader();
  for (let at = 0; at < file.length; at += Math.max(size, 1)) reader.push(file.slice(at, at + size), (frame) => frames.push(frame));
  const end = reader.finish();
  return { frames: frames.map((frame) => ({ ...frame, bytes: [...frame.bytes] })), end };
}

function expected(linkType: number) {
  return FRAMES.map(({ octets, time, length = octets.length }, index) => ({
    number: index + 1,
    time,
    linkType,
    bytes: [...octets],
    length,
  }));
}

function pcapngOf(isLittle: boolean): Uint8Array {
  const file = section(isLittle);
  file.interface({ linkType: 101 });
  for (const { octets, time, length } of FRAMES) file.enhanced(0, time / 1000n, octets, length);
  return file.octets();
}

describe('pcap', () => {
  test.each([
    { isLittle: true, isNano: false },
    { isLittle: false, isNano: false },
    { isLittle: true, isNano: true },
    { isLittle: false, isNano: true },
  ])('%o, in chunks of 1, 7 and all octets', (kind) => {
    const file = pcapFile(kind, 113, FRAMES);
    for (const size of [1, 7, file.length]) expect(read(file, size)).toEqual({ frames: expected(113), end: null });
  });

  test('nanoseconds are kept', () => {
    const frames = [{ octets: Uint8Array.of(), time: MOMENT + 789n }];
    expect(read(pcapFile({ isLittle: true, isNano: true }, 1, frames)).frames[0]?.time).toBe(MOMENT + 789n);
  });

  test('the frame check sequence bits beside the link type do not matter', () => {
    expect(read(pcapFile({ isLittle: true, isNano: false }, 0x24000001, FRAMES)).frames[0]?.linkType).toBe(1);
  });

  test('a file that ends early tells the frame and the octet', () => {
    const file = pcapFile({ isLittle: true, isNano: false }, 1, FRAMES);
    const { frames, end } = read(file.subarray(0, 24 + 16 + 3 + 16));
    expect(frames).toHaveLength(1);
    expect(end).toEqual({ damage: 'ends-early', frame: 2, byte: 43, readTo: 59 });
    expect(read(file.subarray(0, 20)).end).toEqual({ damage: 'ends-early', frame: 1, byte: 0, readTo: 20 });
  });

  test('a length that no frame has is damage', () => {
    const file = pcapFile({ isLittle: false, isNano: false }, 1, FRAMES);
    new DataView(file.buffer).setUint32(43 + 8, 0x7fffffff);
    expect(read(file, 5).end).toMatchObject({ damage: 'impossible-length', frame: 2, byte: 43 });
  });

  test('a header without frames is a capture; other files are none', () => {
    expect(read(pcapFile({ isLittle: true, isNano: false }, 1, []))).toEqual({ frames: [], end: null });
    for (const text of ['', 'abc', '%PDF-1.7 and so on'])
      expect(read(new TextEncoder().encode(text), 3)).toEqual({ frames: [], end: 'no-capture' });
  });
});

describe('pcapng', () => {
  test.each([true, false])('little endian: %o, in chunks of 1, 7 and all octets', (isLittle) => {
    const file = pcapngOf(isLittle);
    for (const size of [1, 7, file.length]) expect(read(file, size)).toEqual({ frames: expected(101), end: null });
  });

  test('sections of either byte order follow each other, each with its own interfaces', () => {
    const { frames, end } = read(joinOctets([pcapngOf(true), pcapngOf(false)]));
    expect(frames.map(({ number, linkType }) => [number, linkType])).toEqual([1, 2, 3, 4, 5, 6].map((number) => [number, 101]));
    expect(end).toBeNull();
  });

  test.each([
    ['microseconds, by default', {}, 5_000_001n, 5_000_001_000n],
    ['milliseconds', { resolution: 3 }, 5_001n, 5_001_000_000n],
    ['nanoseconds', { resolution: 9 }, 5_000_000_001n, 5_000_000_001n],
    ['picoseconds', { resolution: 12 }, 5_000_000_001_999n, 5_000_000_001n],
    ['2^-10 seconds', { resolution: 0x80 | 10 }, 1536n, 1_500_000_000n],
    ['with an offset in seconds', { resolution: 3, offset: 10 }, 1n, 10_001_000_000n],
    ['of a resolution beyond reason', { resolution: 127 }, 1n, 0n],
  ] as const)('time in %s', (_, option, units, time) => {
    for (const isLittle of [true, false]) {
      const file = section(isLittle);
      file.interface({ linkType: 1, ...option });
      file.enhanced(0, units, Uint8Array.of(9));
      expect(read(file.octets()).frames[0]?.time).toBe(time);
    }
  });

  test('each interface has its link type', () => {
    const file = section(true);
    file.interface({ linkType: 1 });
    file.interface({ linkType: 276, resolution: 9 });
    file.enhanced(1, 7n, Uint8Array.of(1));
    file.enhanced(0, 7n, Uint8Array.of(2));
    expect(read(file.octets()).frames.map(({ linkType, time }) => [linkType, time])).toEqual([
      [276, 7n],
      [1, 7000n],
    ]);
  });

  test('simple and old packet blocks', () => {
    const file = section(false);
    file.interface({ linkType: 12, snapLength: 5 });
    file.simple(Uint8Array.of(1, 2, 3), 3);
    file.simple(Uint8Array.of(1, 2, 3, 4, 5), 900);
    file.old(0, 8n, Uint8Array.of(7));
    const { frames, end } = read(file.octets());
    expect(frames.map(({ bytes, length, time }) => [bytes, length, time])).toEqual([
      [[1, 2, 3], 3, null],
      [[1, 2, 3, 4, 5], 900, null],
      [[7], 1, 8000n],
    ]);
    expect(end).toBeNull();
  });

  test('blocks of other types are passed over', () => {
    const file = section(true);
    file.block(4, new Uint8Array(40));
    file.interface({ linkType: 1 });
    file.block(0x0bad, new Uint8Array(100_000));
    file.enhanced(0, 1n, Uint8Array.of(1));
    expect(read(file.octets(), 1000).frames).toHaveLength(1);
  });

  test('damage: lengths that disagree, a packet longer than its block, an interface that is not there, an early end', () => {
    const whole = pcapngOf(true);
    const last = whole.length - 32;
    const changed = (at: number, value: number) => {
      const copy = whole.slice();
      new DataView(copy.buffer).setUint32(at, value, true);
      return copy;
    };
    expect(read(changed(whole.length - 4, 36)).end).toMatchObject({ damage: 'bad-block', frame: 3, byte: last });
    expect(read(changed(last + 4, 33)).end).toMatchObject({ damage: 'bad-block', frame: 3, byte: last });
    expect(read(changed(last + 20, 900)).end).toMatchObject({ damage: 'bad-block', frame: 3 });
    expect(read(changed(last + 8, 1)).end).toMatchObject({ damage: 'unknown-interface', frame: 3, byte: last });
    expect(read(whole.subarray(0, last + 30)).end).toEqual({ damage: 'ends-early', frame: 3, byte: last, readTo: last + 30 });
    expect(read(changed(8, 0x11223344)).end).toMatchObject({ damage: 'bad-block', frame: 1, byte: 0 });
    expect(read(changed(12, 2)).end).toMatchObject({ damage: 'bad-block', frame: 1, byte: 0 });
  });
});
