/** What is counted in a window. */
import type { Received } from './link.ts';

export type Tally = Received & {
  /** Answers (or messages of an echo) that were acknowledged, and all commands that were. */
  answers: number;
  commands: number;
  /** From an answer to its acknowledgement, in milliseconds. */
  readonly latencies: number[];
  readonly faults: Map<string, number>;
};

/** Where everything is counted now. */
export type Counted = { now: Tally };

export function newTally(): Tally {
  return { messages: 0, octets: 0, answers: 0, commands: 0, latencies: [], faults: new Map() };
}

export function countFault({ now }: Counted, fault: string): void {
  now.faults.set(fault, (now.faults.get(fault) ?? 0) + 1);
}

/** `share` of the values are at most that. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
