/** Codes that were guessed wrong: one player may guess a little, a whole school behind one address a little more. */
import type { Fault } from '#protocol/faults.ts';
import { createAllowance } from './allowance.ts';

export type Guesser = { readonly playerId: string; readonly address: string };
export type Guesses = {
  /** Whether the player has used up the tries: then no code is looked at, or a right one would still be told from a wrong one. */
  areSpent(playerId: string): boolean;
  /** What a wrong code is refused with: `fault`, or `too-many-tries` by now. */
  wrong(guesser: Guesser, fault: Fault): { readonly ok: false; readonly fault: Fault };
};

export function createGuesses(now: () => number): Guesses {
  const byPlayer = createAllowance(10, 0.1, now);
  /** A single guesser is not to lock out the others there: their right codes are let in. */
  const byAddress = createAllowance(300, 1, now);
  return {
    areSpent: (playerId) => !byPlayer.has(playerId),
    wrong({ playerId, address }, fault) {
      const isAllowed = byPlayer.take(playerId) && byAddress.take(address);
      return { ok: false, fault: isAllowed ? fault : 'too-many-tries' };
    },
  };
}
