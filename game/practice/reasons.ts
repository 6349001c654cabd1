/** What may be said against a move in "catch the mistake". */
import type { Mistake } from '../match/mistakes.ts';
import { MISCONCEPTIONS, type MisconceptionId } from '../match/misconceptions.ts';
import { shuffle, type Random } from '../scenarios/random.ts';

/** How many, of which at most one is true. */
export const REASONS = 4;

/**
 * In an order drawn: what the mistake shows, and others that it does not show: rather those that people make there, then
 * those that stand near in the list. Where the move is legal, `mistake` is null and none of them is true.
 */
export function reasonsFor(mistake: Mistake | null, possible: readonly Mistake[], random: Random): readonly MisconceptionId[] {
  const truth = mistake ? [mistake.shows[0]] : [];
  const isFalse = (id: MisconceptionId) => !mistake?.shows.includes(id);
  const here = [...new Set(possible.map(({ shows }) => shows[0]))];
  const near = [...new Set([...shuffle(random, here), ...nearest([...truth, ...here])])].filter(isFalse);
  return shuffle(random, [...truth, ...near.slice(0, REASONS - truth.length)]);
}

/** All of them, those that stand nearest to the first of the given ones first. */
function nearest([first]: readonly MisconceptionId[]): readonly MisconceptionId[] {
  const at = first ? MISCONCEPTIONS.indexOf(first) : 0;
  const far = (id: MisconceptionId) => Math.abs(MISCONCEPTIONS.indexOf(id) - at);
  return MISCONCEPTIONS.toSorted((a, b) => far(a) - far(b));
}
