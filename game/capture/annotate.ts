/** A capture file, annotated: bytes in, lines out. Pure, in one pass, and with no more in memory however long the capture is. */
import { concludeAll, followNone, followSegment } from './connections.ts';
import { dissect } from './dissect.ts';
import { createReader } from './reader.ts';
import type { Damage, Frame, Skip, Tell } from './vocabulary.ts';

export type Annotator = {
  /** The next chunk of the file, of any size; it must not be changed afterwards. */
  readonly push: (chunk: Uint8Array) => void;
  /** The file is over: the last lines are told. */
  readonly finish: () => Summary;
};

export type Summary = {
  readonly frames: number;
  /** How many frames were passed over, and why. */
  readonly skipped: Readonly<Partial<Record<Skip, number>>>;
  /** Null where the file was read to its end; "no-capture" where it is neither pcap nor pcapng. */
  readonly damage: Damage | 'no-capture' | null;
};

/**
 * The lines of one connection come in the order of its frames, each as soon as its states are known. `tracing`: with what happened
 * at both ends, which takes half as long again.
 */
export function createAnnotator(tell: Tell, { tracing = false } = {}): Annotator {
  const reader = createReader();
  const connections = followNone(tell, tracing);
  const skipped: Partial<Record<Skip, number>> = {};
  let start: bigint | null = null;
  let frames = 0;
  const take = (frame: Frame) => {
    frames = frame.number;
    start ??= frame.time;
    const seen = dissect(frame, start);
    if (typeof seen === 'string') skipped[seen] = (skipped[seen] ?? 0) + 1;
    else followSegment(connections, seen);
  };
  return {
    push: (chunk) => reader.push(chunk, take),
    finish() {
      concludeAll(connections);
      return { frames, skipped, damage: reader.finish() };
    },
  };
}
