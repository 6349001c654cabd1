/** However long a capture is, what is kept of it has a limit: lines are told long before its end. */
import { expect, test } from 'vitest';
import { createAnnotator } from '#game/capture/annotate.ts';
import { ethernetOctets, ipv4Octets, tcpOctets } from '#game/capture/packet.ts';
import type { Line } from '#game/capture/vocabulary.ts';
import { pcapHeader, pcapRecord } from '#game/capture/write.ts';
import type { Segment } from '#game/tcp/vocabulary.ts';
import { ENDS } from './ladder.ts';

function toldBeforeTheEnd(frames: number, segmentOf: (index: number) => { readonly segment: Segment; readonly port: number }): Line[] {
  const lines: Line[] = [];
  const { push } = createAnnotator((line) => lines.push(line));
  push(pcapHeader(1));
  for (let index = 0; index < frames; index++) {
    const { segment, port } = segmentOf(index);
    const client = { ...ENDS.client, port };
    const packet = ipv4Octets(tcpOctets(segment, client, ENDS.server, 1000), client, ENDS.server, 0);
    push(pcapRecord(ethernetOctets(packet, client, ENDS.server), index));
  }
  return lines;
}

test('connections beyond counting', { timeout: 60_000 }, () => {
  const lines = toldBeforeTheEnd(20_000, (index) => ({ segment: { flags: ['SYN'], seq: 7, ack: null, len: 0 }, port: 1 + index }));
  expect(lines.filter((line) => 'end' in line)).toHaveLength(20_000 - 8192 - 4096);
});

test('an end that never says anything', () => {
  const lines = toldBeforeTheEnd(5000, (index) => ({ segment: { flags: ['ACK'], seq: 100 * index, ack: 1, len: 100 }, port: 7 }));
  expect(lines.filter((line) => 'frame' in line).length).toBeGreaterThan(5000 - 1100);
});

test('a SYN that is sent again and again into an open connection', () => {
  const lines = toldBeforeTheEnd(2000, (index) => ({
    segment: index === 0 ? { flags: ['ACK'], seq: 1, ack: 1, len: 1 } : { flags: ['SYN'], seq: 9999, ack: null, len: 0 },
    port: 7,
  }));
  expect(lines.filter((line) => 'frame' in line).length).toBeGreaterThan(2000 - 1100);
});
