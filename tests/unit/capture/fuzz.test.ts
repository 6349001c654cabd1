/** Whatever the bytes are, they are annotated to the end. `npm run fuzz:capture` does it for longer. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EndLine } from '#game/capture/vocabulary.ts';
import { joinOctets, writeCapture, type Sent } from '#game/capture/write.ts';
import { DIAGRAM } from '#game/tcp/diagram.ts';
import { FLAGS, otherRole, ROLES, type Flag, type State } from '#game/tcp/vocabulary.ts';
import { section } from './files.ts';
import { ethernet, ipv4, ipv6, tcp } from './frames.ts';
import { annotate, captureOf, ENDS, ISS, type Annotated } from './ladder.ts';

const numRuns = Number(process.env.FUZZ_RUNS ?? 300);
const timeout = 1000 * numRuns;

/** Numbers near each other, so that segments have to do with each other. */
const number = (iss: number) => fc.oneof(fc.nat(8), fc.nat(2 ** 32 - 1)).map((offset) => (iss + offset) >>> 0);
const anySent: fc.Arbitrary<Sent> = fc
  .record({
    from: fc.constantFrom(...ROLES),
    flags: fc.oneof(fc.subarray([...FLAGS]), fc.constantFrom<Flag[]>(['SYN'], ['ACK'], ['FIN', 'ACK'], ['SYN', 'ACK'])),
    own: number(0),
    ack: number(0),
    len: fc.nat(4),
    window: fc.constantFrom(0, 500),
    time: fc.nat(4_000_000),
  })
  .map(({ from, flags, own, ack, len, window, time }) => ({
    from,
    time,
    window,
    segment: {
      flags,
      seq: (ISS[from] + own) >>> 0,
      ack: flags.includes('ACK') ? (ISS[otherRole(from)] + ack) >>> 0 : null,
      len,
    },
  }));

const WHOLE = captureOf(`
  client SYN 0
  server SYN,ACK 0 1
  client ACK 1 1 +4
  server FIN,ACK 1 5
  client FIN,ACK 5 2
  server ACK 2 6`);

function pcapng(): Uint8Array {
  const file = section(true);
  file.interface({ linkType: 1, resolution: 9 });
  file.interface({ linkType: 276 });
  for (const packet of [ethernet(ipv4()), ethernet(ipv6(['hopByHop', 'fragment'], tcp()), 0x86dd, [0x8100])]) file.enhanced(0, 7n, packet);
  file.simple(ethernet(ipv4()));
  return file.octets();
}

type Damaging = { readonly at: number; readonly octets: readonly number[]; readonly cut: number };
const damaging: fc.Arbitrary<Damaging> = fc.record({
  at: fc.nat(2000),
  octets: fc.array(fc.nat(255), { maxLength: 8 }),
  cut: fc.nat(2000),
});

function damaged(file: Uint8Array, damages: readonly Damaging[]): Uint8Array {
  return damages.reduce((octets, { at, octets: put, cut }) => {
    const copy = octets.slice(0, cut % 3 === 0 ? cut : undefined);
    if (copy.length > 0) copy.set(put.slice(0, copy.length - (at % copy.length)), at % copy.length);
    return copy;
  }, file);
}

function expectWellFormed({ lines, connections, segments, ends, summary }: Annotated): void {
  const skipped = Object.values(summary.skipped).reduce((sum, count) => sum + count, 0);
  expect(segments.length + skipped).toBe(summary.frames);
  expect(new Set(segments.map(({ frame }) => frame)).size).toBe(segments.length);
  expect(connections.map(({ connection }) => connection)).toEqual(connections.map((_, index) => index + 1));
  for (const { connection } of connections) {
    const own = lines.filter((line) => line.connection === connection);
    expect(own.map((line) => ('partial' in line ? 'first' : 'end' in line ? 'last' : 'segment')).join(' ')).toMatch(
      /^first (segment )+last$/,
    );
    const frames = own.flatMap((line) => ('frame' in line ? [line.frame] : []));
    expect(frames).toEqual([...frames].sort((a, b) => a - b));
  }
  for (const end of ends) expectArrows(end);
}

function expectArrows({ end, clientStates, serverStates }: EndLine): void {
  expect([clientStates.at(-1), serverStates.at(-1)]).toEqual([end.client, end.server]);
  for (const states of [clientStates, serverStates]) {
    expect(['CLOSED', 'ESTABLISHED']).toContain(states[0]);
    states.slice(1).forEach((to, index) => {
      const from = states[index];
      expect(isArrow(from, to), `${from} to ${to}`).toBe(true);
    });
  }
}

/** Of Figure 5, or of note 3 to it. */
function isArrow(from: State | undefined, to: State): boolean {
  const isReset = to === 'CLOSED' || (from === 'SYN_RCVD' && to === 'LISTEN');
  return (isReset && from !== 'CLOSED') || DIAGRAM.some((arrow) => arrow.from === from && arrow.to === to);
}

describe('anything at all', () => {
  test('segments that nobody would send', { timeout }, () => {
    fc.assert(
      fc.property(fc.array(anySent, { minLength: 1, maxLength: 30 }), (sent) => expectWellFormed(annotate(writeCapture(sent, ENDS)))),
      { numRuns },
    );
  });

  test('damaged captures', { timeout }, () => {
    fc.assert(
      fc.property(fc.constantFrom(WHOLE, pcapng()), fc.array(damaging, { minLength: 1, maxLength: 4 }), (file, damages) =>
        expectWellFormed(annotate(damaged(file, damages))),
      ),
      { numRuns },
    );
  });

  test('bytes behind a header', { timeout }, () => {
    const headers = [WHOLE.subarray(0, 24), pcapng().subarray(0, 28), pcapng().subarray(0, 68), new Uint8Array(0)];
    fc.assert(
      fc.property(fc.constantFrom(...headers), fc.uint8Array({ maxLength: 400 }), (header, octets) =>
        expectWellFormed(annotate(joinOctets([header, octets]))),
      ),
      { numRuns },
    );
  });

  test('the lines do not hang on the chunks', { timeout }, () => {
    fc.assert(
      fc.property(
        fc.array(anySent, { minLength: 1, maxLength: 20 }),
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1 }),
        (sent, sizes) => {
          const file = writeCapture(sent, ENDS);
          expect(annotate(...cutUp(file, sizes))).toEqual(annotate(file));
        },
      ),
      { numRuns },
    );
  });
});

function cutUp(file: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < file.length; at += chunks.at(-1)?.length ?? 1)
    chunks.push(file.slice(at, at + (sizes[chunks.length % sizes.length] ?? 1)));
  return chunks;
}
