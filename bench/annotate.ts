/** How fast a capture of 100 MB is annotated, and in how much memory: `node --import tsx bench/annotate.ts`. */
import { createAnnotator } from '#game/capture/annotate.ts';
import { joinOctets, pcapHeader, writeCapture, type Sent } from '#game/capture/write.ts';
import type { Flag, Role } from '#game/tcp/vocabulary.ts';

const SIZE = 100e6;
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
function* capture(blocks: number): Generator<Uint8Array> {
  yield pcapHeader(1);
  let size = 0;
  for (let number = 0; size < SIZE; ) {
    const records: Uint8Array[] = [];
    for (let chunk = 0; chunk < 65_536; number++) {
      const octets = connection(number, blocks);
      records.push(octets);
      chunk += octets.length;
      size += octets.length;
    }
    yield joinOctets(records);
  }
}

function measure(name: string, blocks: number): void {
  let lines = 0;
  let millis = 0;
  let heap = 0;
  const annotator = createAnnotator(() => {
    lines += 1;
  });
  for (const chunk of capture(blocks)) {
    const before = performance.now();
    annotator.push(chunk);
    millis += performance.now() - before;
    heap = Math.max(heap, process.memoryUsage().heapUsed);
  }
  const { frames } = annotator.finish();
  const rate = `${(SIZE / 1e3 / millis).toFixed(0)} MB/s, ${((1000 * frames) / millis).toFixed(0)} segments/s`;
  const memory = `heap at most ${(heap / MIB).toFixed(0)} MiB, resident at most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`;
  process.stdout.write(`${name}: ${frames} frames, ${lines} lines, ${rate}, ${memory}\n`);
}

measure('transfers of 1.4 MB', 500);
measure('transfers of 6 kB', 2);
