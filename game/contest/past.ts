/** What the rounds before say about who is to play whom next. */
import type { Pair } from './vocabulary.ts';

export type Past = {
  /** How often the two have played each other. */
  readonly met: (a: number, b: number) => number;
  /** How often the entrant has played a bot. */
  readonly bots: (entrant: number) => number;
  /** Rounds as `one` less rounds as `other`. */
  readonly balance: (entrant: number) => number;
  /** Whether the entrant was `one` when it last played. */
  readonly wasOne: (entrant: number) => boolean;
};

export function pastOf(rounds: readonly (readonly Pair[])[]): Past {
  const met = new Map<number, Map<number, number>>();
  const bots = new Map<number, number>();
  const balance = new Map<number, number>();
  const wasOne = new Map<number, boolean>();
  for (const { one, other } of rounds.flat()) {
    count(balance, one, 1);
    wasOne.set(one, true);
    if (other === null) {
      count(bots, one, 1);
      continue;
    }
    count(opponentsOf(met, one), other, 1);
    count(opponentsOf(met, other), one, 1);
    count(balance, other, -1);
    wasOne.set(other, false);
  }
  return {
    met: (a, b) => met.get(a)?.get(b) ?? 0,
    bots: (entrant) => bots.get(entrant) ?? 0,
    balance: (entrant) => balance.get(entrant) ?? 0,
    wasOne: (entrant) => wasOne.get(entrant) ?? false,
  };
}

function opponentsOf(met: Map<number, Map<number, number>>, entrant: number): Map<number, number> {
  const opponents = met.get(entrant) ?? new Map<number, number>();
  met.set(entrant, opponents);
  return opponents;
}

function count(counts: Map<number, number>, key: number, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
