/** How often in a second of CPU time, and how often in that of a loop that is always the same: machines are noisy, and most noise hits both. */
const REPETITIONS = 9;
/** Milliseconds that each repetition takes at least. */
const LEAST = 60;

const WARM_UP = 4;

export type Rate = {
  readonly name: string;
  /** In a second: the median of the repetitions. */
  readonly perSecond: number;
  /** The same in the time of one reference loop. */
  readonly perReference: number;
  /** The slowest and the fastest repetition against the median. */
  readonly spread: readonly [number, number];
};

/** `once` does the thing some times, and says how many. */
export function measure(name: string, once: () => number): Rate {
  for (let round = 0; round < WARM_UP; round += 1) perMilli(once);
  const rates = Array.from({ length: REPETITIONS }, () => {
    const reference = 1 / perMilli(referenceLoop);
    const rate = perMilli(once);
    return { rate, relative: rate * reference };
  });
  const sorted = rates.map(({ rate }) => rate).sort((a, b) => a - b);
  const middle = median(sorted);
  return {
    name,
    perSecond: 1_000 * middle,
    perReference: median(rates.map(({ relative }) => relative)),
    spread: [(sorted[0] ?? middle) / middle, (sorted.at(-1) ?? middle) / middle],
  };
}

function perMilli(once: () => number): number {
  const began = cpuMillis();
  let count = 0;
  let took = 0;
  for (; took < LEAST; took = cpuMillis() - began) count += once();
  return count / took;
}

/** Of this process, all its threads: other processes do not count. */
export function cpuMillis(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const OBJECTS = 2_000;
let kept: readonly { readonly at: number }[] = [];

/** Small objects made, copied, searched and thrown away, as what is measured does. About a tenth of a millisecond. */
export function referenceLoop(): number {
  let mixed = 1;
  const made: { at: number; name: string; list: readonly number[] }[] = [];
  for (let n = 0; n < OBJECTS; n += 1) {
    mixed = Math.imul(mixed ^ n, 0x85ebca6b);
    made.push({ at: mixed, name: 'a', list: [n, mixed] });
  }
  kept = made.filter(({ list }) => list.includes(mixed) || list[0] === 7).map((one) => ({ ...one, at: 0 }));
  return kept.length > 0 ? 1 : 0;
}
