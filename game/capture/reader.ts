/** Capture files of either format: bytes in, frames out. */
import { createChunks, type Chunks } from './chunks.ts';
import { pcapFormat } from './pcap.ts';
import { pcapngFormat } from './pcapng.ts';
import type { Damage, Frame } from './vocabulary.ts';

/** The next frame, or what is wrong with it; null where it has not been read whole. */
export type Found = Frame | Damage | null;
export type Format = { readonly next: (chunks: Chunks) => Found };

export type Reader = {
  /** Calls `take` for each frame that the chunk completes. The chunk must not be changed afterwards. */
  readonly push: (chunk: Uint8Array, take: (frame: Frame) => void) => void;
  /** What is wrong with the file, once it has all been pushed; "no-capture" where it is neither pcap nor pcapng. */
  readonly finish: () => Damage | 'no-capture' | null;
};

const MAGIC_SIZE = 4;

export function createReader(): Reader {
  const chunks = createChunks();
  let format: Format | 'no-capture' | null = null;
  let damage: Damage | null = null;
  let frames = 0;

  const next = (): Frame | null => {
    format ??= formatOf(chunks.peek(MAGIC_SIZE));
    const found = format === null || format === 'no-capture' ? null : format.next(chunks);
    if (found === null || !('damage' in found)) return found;
    damage = { ...found, readTo: chunks.taken() + chunks.waiting() };
    return null;
  };
  return {
    push(chunk, take) {
      if (damage || format === 'no-capture') return;
      chunks.push(chunk);
      for (let frame = next(); frame; frame = next()) {
        frames = frame.number;
        take(frame);
      }
    },
    finish() {
      if (damage) return damage;
      if (format === null || format === 'no-capture') return 'no-capture';
      const byte = chunks.taken();
      return chunks.waiting() === 0 ? null : { damage: 'ends-early', frame: frames + 1, byte, readTo: byte + chunks.waiting() };
    },
  };
}

function formatOf(magic: Uint8Array | null): Format | 'no-capture' | null {
  return magic && (pcapFormat(magic) ?? pcapngFormat(magic) ?? 'no-capture');
}
