/** Codes that were guessed wrong: one player may guess a little, a whole school behind one address a little more. */
import type { Fault } from '#protocol/faults.ts';
import { createAllowance } from './allowance.ts';

export type Guesser = { readonly playerId: string; readonly address: string };
/** What a wrong code is refused with: `fault`, or `too-many-tries` by now. */
export type Guessed = (guesser: Guesser, fault: Fault) => { readonly ok: false; readonly fault: Fault };

export function createGuesses(now: () => number): Guessed {
  const byPlayer = createAllowance(10, 0.1, now);
  const byAddress = createAllowance(300, 1, now);
  return ({ playerId, address }, fault) => {
    const isAllowed = byPlayer.take(playerId) && byAddress.take(address);
    return { ok: false, fault: isAllowed ? fault : 'too-many-tries' };
  };
}
