/** Chance with a seed: the same seed draws the same faults. When they strike is for the machine's timers to say. */
import { type Random, randomFrom } from '#game/scenarios/random.ts';

export type Chance = {
  readonly random: Random;
  /** True so often, of one. */
  readonly hits: (share: number) => boolean;
  /** From `least` to `most`. */
  readonly between: (least: number, most: number) => number;
};

export function createChance(seed: number): Chance {
  const random = randomFrom(seed);
  return { random, hits: (share) => random() < share, between: (least, most) => least + random() * (most - least) };
}
