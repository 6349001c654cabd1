/** How fast a capture is annotated: few long transfers, and many short ones. */
import { createAnnotator } from '#game/capture/annotate.ts';
import { joinOctets, pcapHeader, writeCapture, type Sent } from '#game/capture/write.ts';
import type { Flag, Role } from '#game/tcp/vocabulary.ts';
import { measure, type Rate } from './measure.ts';

const SIZE = 10e6;
const LARGE = 100e6;
const MIB = 2 ** 20;
const FILE_HEADER = 24;

/** A connection with `blocks` times two full segments and their acknowledgment, as the octets of its records. */
function connection(number: number, blocks: number): Uint8Array {
  const sent: Sent[] = [];
  const send = (from: Role, flags: readonly Flag[], seq: number, ack: number | null, len = 0) =>
    sent.push({ from, segment: { flags, seq, ack, len }, time: 1000 * number + sent.length });
  send('client', ['SYN'], 0, null);
  send('server', ['SYN', 'ACK'], 0, 1);
  send('client', ['ACK'], 1, 1);
  for (let block = 0; block < blocks; block++) {
    send('server', ['ACK'], 1 + 2896 * block, 1, 1448);
    send('server', ['ACK'], 1 + 2896 * block + 1448, 1, 1448);
    send('client', ['ACK'], 1, 1 + 2896 * (block + 1));
  }
  const end = 1 + 2896 * blocks;
  send('server', ['FIN', 'ACK'], end, 1);
  send('client', ['FIN', 'ACK'], 1, end + 1);
  send('server', ['ACK'], end + 1, 2);
  const client = { address: [10, (number >> 16) & 255, (number >> 8) & 255, number & 255], port: 40_000 } as const;
  return writeCapture(sent, { client, server: { address: [192, 168, 0, 1], port: 443 } }).subarray(FILE_HEADER);
}

/** Chunks of 64 KiB and more, none of them kept. */
function* capture(blocks: number, size: number): Generator<Uint8Array> {
  yield pcapHeader(1);
  let written = 0;
  for (let number = 0; written < size; ) {
    const records: Uint8Array[] = [];
    for (let chunk = 0; chunk < 65_536; number++) {
      const octets = connection(number, blocks);
      records.push(octets);
      chunk += octets.length;
      written += octets.length;
    }
    yield joinOctets(records);
  }
}

/** `blocks`: two full segments each. */
export function annotateRates(): readonly Rate[] {
  return [rateOf('MB annotated, transfers of 1.4 MB', 500), rateOf('MB annotated, transfers of 6 kB', 2)];
}

function rateOf(name: string, blocks: number): Rate {
  const chunks = [...capture(blocks, SIZE)];
  const megabytes = chunks.reduce((sum, { length }) => sum + length, 0) / 1e6;
  return measure(name, () => {
    const annotator = createAnnotator(() => {});
    for (const chunk of chunks) annotator.push(chunk);
    annotator.finish();
    return megabytes;
  });
}

/** In one pass, in pieces of which none is kept. */
export function annotateMemory(): string {
  let heap = 0;
  const annotator = createAnnotator(() => {});
  for (const chunk of capture(2, LARGE)) {
    annotator.push(chunk);
    heap = Math.max(heap, process.memoryUsage().heapUsed);
  }
  annotator.finish();
  return `a capture of ${LARGE / 1e6} MB annotated: heap at most ${(heap / MIB).toFixed(0)} MiB\n`;
}
