/** Chunks of any size in, stretches of the wanted size out. Keeps no more than what has not been taken yet. */
export type Chunks = {
  /** The octets that were taken so far. */
  readonly taken: () => number;
  /** The octets that are there and were not taken yet. */
  readonly waiting: () => number;
  /** The chunk must not be changed afterwards: it is not copied. */
  readonly push: (chunk: Uint8Array) => void;
  /** A view of the next `size` octets; null where there are not that many yet. */
  readonly peek: (size: number) => Uint8Array | null;
  /** Takes what `peek` showed. */
  readonly take: (size: number) => void;
};

export function createChunks(): Chunks {
  let first = new Uint8Array(0) as Uint8Array;
  let later: Uint8Array[] = [];
  let waiting = 0;
  let taken = 0;
  return {
    taken: () => taken,
    waiting: () => waiting,
    push(chunk) {
      later.push(chunk);
      waiting += chunk.length;
    },
    peek(size) {
      if (size > waiting) return null;
      if (size > first.length) {
        first = join(first, later, waiting);
        later = [];
      }
      return first.subarray(0, size);
    },
    take(size) {
      first = first.subarray(size);
      waiting -= size;
      taken += size;
    },
  };
}

function join(first: Uint8Array, later: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = later;
  if (first.length === 0 && later.length === 1 && only) return only;
  const joined = new Uint8Array(size);
  let at = 0;
  for (const chunk of [first, ...later]) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}
