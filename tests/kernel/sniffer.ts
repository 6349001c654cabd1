/** What passes on the wire, by tcpdump at the client's end. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { dissect } from '#game/capture/dissect.ts';
import { createReader } from '#game/capture/reader.ts';
import type { Segment } from '#game/tcp/vocabulary.ts';
import type { Ports } from './application.ts';
import { DEVICE } from './wire.ts';

const OPTIONS = ['-i', DEVICE, '-n', '-U', '--immediate-mode', '-w', '-'];

export type Sniffer = {
  /** The segments so far. */
  readonly segments: readonly Segment[];
  /** How many frames there are that are not TCP. */
  readonly marks: () => number;
  /** The capture, whole, as a file has it. */
  readonly stop: () => Promise<Uint8Array>;
};

export async function startSniffer(namespace: string, ports: Ports): Promise<Sniffer> {
  const child = spawn('ip', ['netns', 'exec', namespace, 'tcpdump', ...OPTIONS, `tcp port ${ports.client} or udp`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Uint8Array[] = [];
  const segments: Segment[] = [];
  let marks = 0;
  const reader = createReader();
  child.stdout.on('data', (chunk: Uint8Array) => {
    chunks.push(chunk);
    reader.push(chunk, (frame) => {
      const seen = dissect(frame, frame.time);
      if (typeof seen === 'string') marks += 1;
      else segments.push(seen.segment);
    });
  });
  const over = once(child, 'close');
  await isListening(child.stderr);
  return {
    segments,
    marks: () => marks,
    async stop() {
      child.kill();
      await over;
      return Buffer.concat(chunks);
    },
  };
}

async function isListening(stderr: Readable): Promise<void> {
  let said = '';
  for await (const chunk of stderr.iterator({ destroyOnReturn: false })) {
    said += chunk;
    if (said.includes('listening on')) return void stderr.resume();
  }
  throw new Error(`tcpdump does not listen: ${said.trim()}`);
}
