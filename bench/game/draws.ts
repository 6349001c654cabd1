/** Scenarios drawn, which the host does in between when a match begins: the rate, and how long one takes at worst. */
import { generate } from '#game/scenarios/generate.ts';
import type { ScenarioLevel } from '#game/scenarios/script.ts';
import { cpuMillis, measure, type Rate } from './measure.ts';

const LEVELS: readonly ScenarioLevel[] = [1, 2, 3];
const SEEDS = 2_000;

export function drawRates(): readonly Rate[] {
  return LEVELS.map((level) => {
    let seed = 0;
    return measure(`scenario drawn, level ${level}`, () => {
      generate(level, seed++);
      return 1;
    });
  });
}

/** CPU milliseconds a draw, over the same seeds always. */
export function drawTimes(): string {
  return LEVELS.map((level) => {
    const times = Array.from({ length: SEEDS }, (_, seed) => timeOf(() => generate(level, seed))).sort((a, b) => a - b);
    const at = (share: number) => (times[Math.ceil(share * SEEDS) - 1] ?? 0).toFixed(2);
    const mean = (times.reduce((a, b) => a + b) / SEEDS).toFixed(2);
    return `level ${level}, ${SEEDS} seeds: mean ${mean} ms, median ${at(0.5)}, p99 ${at(0.99)}, max ${at(1)}\n`;
  }).join('');
}

function timeOf(does: () => unknown): number {
  const began = cpuMillis();
  does();
  return cpuMillis() - began;
}
