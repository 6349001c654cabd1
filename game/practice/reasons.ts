/** What may be said against a move in "catch the mistake". */
import type { Mistake } from '../match/mistakes.ts';
import { MISCONCEPTIONS, misconceptionsLike, type MisconceptionId } from '../match/misconceptions.ts';
import type { Verdict } from '../match/vocabulary.ts';
import type { Happening, Play } from '../scenarios/play.ts';
import { shuffle, type Random } from '../scenarios/random.ts';

/** How many, of which at most one is true. */
export const REASONS = 4;

/**
 * In an order drawn: what an illegal move shows, and others that make no move like it: rather those that people make there, `possible`, then
 * those that stand near in the list. None is true of a legal move.
 */
export function reasonsFor(
  play: Play,
  ask: Happening,
  verdict: Verdict,
  possible: readonly Mistake[],
  random: Random,
): readonly MisconceptionId[] {
  const truth = verdict.misconception === null ? [] : [verdict.misconception];
  const like = likeIn(play, ask, verdict);
  const here = [...new Set(possible.map(({ shows }) => shows[0]))];
  const others = [...new Set([...shuffle(random, here), ...nearest([...truth, ...here])])].filter((id) => !like.includes(id));
  return shuffle(random, [...truth, ...others.slice(0, REASONS - truth.length)]);
}

/** What might be said of the move, there or elsewhere. */
function likeIn({ endpoints }: Play, { at, event }: Happening, verdict: Verdict): readonly MisconceptionId[] {
  const { chosen, misconception } = verdict;
  return chosen && misconception ? misconceptionsLike({ ...verdict, endpoint: endpoints[at], event, proposal: chosen }) : [];
}

/** All of them, those that stand nearest to the first of the given ones first. */
function nearest([first]: readonly MisconceptionId[]): readonly MisconceptionId[] {
  const at = first ? MISCONCEPTIONS.indexOf(first) : 0;
  const far = (id: MisconceptionId) => Math.abs(MISCONCEPTIONS.indexOf(id) - at);
  return MISCONCEPTIONS.toSorted((a, b) => far(a) - far(b));
}
