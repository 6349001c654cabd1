/** What is written is what is read, and its checksums are right. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checksum } from '#game/capture/checksum.ts';
import { dissect } from '#game/capture/dissect.ts';
import { MAX_DATA } from '#game/capture/packet.ts';
import { createReader } from '#game/capture/reader.ts';
import type { CapturedSegment } from '#game/capture/vocabulary.ts';
import { writeCapture, type Sent } from '#game/capture/write.ts';
import { MAX_SEQ } from '#game/tcp/sequence.ts';
import { FLAGS, ROLES } from '#game/tcp/vocabulary.ts';
import { ENDS } from './ladder.ts';

function read(file: Uint8Array): CapturedSegment[] {
  const read: CapturedSegment[] = [];
  createReader().push(file, (frame) => {
    const seen = dissect(frame, 0n);
    if (typeof seen === 'string') throw new Error(seen);
    read.push(seen);
  });
  return read;
}

const seq = fc.nat(MAX_SEQ);
const sent: fc.Arbitrary<Sent> = fc
  .record({
    from: fc.constantFrom(...ROLES),
    flags: fc.subarray([...FLAGS]),
    seq,
    ack: seq,
    len: fc.nat(2000),
    time: fc.nat(2 ** 40),
    window: fc.nat(65_535),
  })
  .map(({ from, flags, seq, ack, len, time, window }) => ({
    from,
    time,
    window,
    segment: { flags, seq, ack: flags.includes('ACK') ? ack : null, len },
  }));

describe('writing', () => {
  test('what is written is read again', () => {
    fc.assert(
      fc.property(fc.array(sent, { maxLength: 20 }), (segments) => {
        const found = read(writeCapture(segments, ENDS));
        expect(found.map(({ segment, window, time }) => ({ segment, window, time }))).toEqual(
          segments.map(({ segment, window, time }) => ({ segment, window, time: BigInt(time) * 1000n })),
        );
        expect(found.map(({ source }) => source.port)).toEqual(segments.map(({ from }) => ENDS[from].port));
      }),
    );
  });

  test('the largest segment fits', () => {
    const segment = { flags: ['ACK'], seq: 1, ack: 2, len: MAX_DATA } as const;
    expect(read(writeCapture([{ from: 'client', segment, time: 0 }], ENDS))[0]?.segment).toEqual(segment);
  });

  test('the checksums of IPv4 and TCP sum to zero over what they cover (RFC 1071)', () => {
    for (const len of [0, 7]) {
      const file = writeCapture([{ from: 'server', segment: { flags: ['ACK'], seq: 1, ack: 2, len }, time: 0 }], ENDS);
      const packet = file.subarray(24 + 16 + 14);
      expect(checksum(packet.subarray(0, 20))).toBe(0);
      const pseudoHeader = Uint8Array.of(...packet.subarray(12, 20), 0, 6, 0, 20 + len);
      expect(checksum(pseudoHeader, packet.subarray(20))).toBe(0);
    }
  });

  test('the checksum of the example in RFC 1071 §3', () => {
    expect(checksum(Uint8Array.of(0x00, 0x01, 0xf2, 0x03, 0xf4, 0xf5, 0xf6, 0xf7))).toBe(~0xddf2 & 0xffff);
  });
});
