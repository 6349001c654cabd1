/** Numbers drawn from a seed: the same seed, the same numbers. Not for secrets. */

export type Random = () => number;

/** Numbers from 0 (included) to 1 (excluded), by a 32-bit counter and an integer hash. `seed`: any whole number. */
export function randomFrom(seed: number): Random {
  let counter = seed | 0;
  return () => {
    counter = (counter + 0x9e3779b9) | 0;
    let mixed = Math.imul(counter ^ (counter >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from `from` to `to`, both included. */
export function drawBetween(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}

/** One of the list, which is not empty, as often as its weight says. Weights are not negative, and not all of them zero. */
export function drawWeighted<T extends { readonly weight: number }>(random: Random, list: readonly T[]): T {
  let left = random() * list.reduce((sum, { weight }) => sum + weight, 0);
  const drawn = list.find(({ weight }) => {
    left -= weight;
    return left < 0;
  });
  return drawn ?? drawOne(random, list);
}

/** The list in an order drawn. */
export function shuffle<T>(random: Random, list: readonly T[]): readonly T[] {
  return list
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

/** One of the list, which is not empty. */
export function drawOne<T>(random: Random, list: readonly T[]): T {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new Error('nothing to draw from');
  return one;
}
