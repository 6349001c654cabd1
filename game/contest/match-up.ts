/** Who of a list plays whom: neighbours as far as possible, and as few as possible who have met before. */
import type { Past } from './past.ts';

export type Meeting = readonly [number, number];
export type MatchUp = { readonly meetings: readonly Meeting[]; readonly repeats: number };

/** A search that finds nothing in so many steps is given up for one more repeat, which may then be exchanged away. */
const MOST_STEPS = 2_000;
/** A rest of the list that cannot be paired is remembered where it is this short. */
const REMEMBERED = 24;

/**
 * `entrants`: an even number of them, the most alike side by side. `repeats`: how often the pairs have met before, all together; none
 * where there are more than twice as many entrants as rounds before, and the fewest possible of up to a dozen entrants.
 */
export function matchUp(entrants: readonly number[], past: Past): MatchUp {
  for (let allowed = 0; ; allowed += 1) {
    const found = search(entrants, past, allowed);
    if (found) return allowed === 0 ? { meetings: found, repeats: 0 } : exchangeAway(found, past);
  }
}

/** The first on the list takes the next whom it has not met, and so on; back from where that leads nowhere. Null where nothing was found. */
function search(entrants: readonly number[], { met }: Past, allowed: number): readonly Meeting[] | null {
  const hopeless = new Set<string>();
  let steps = 0;

  function pairRest(rest: readonly number[], left: number): readonly Meeting[] | null {
    const [first, ...others] = rest;
    if (first === undefined) return [];
    const key = rest.length <= REMEMBERED ? `${left}:${rest.join()}` : null;
    if (++steps > MOST_STEPS || (key && hopeless.has(key))) return null;
    const found = pairFirst(first, others, left);
    if (!found && key) hopeless.add(key);
    return found;
  }

  function pairFirst(first: number, others: readonly number[], left: number): readonly Meeting[] | null {
    for (let repeats = 0; repeats <= left; repeats += 1) {
      for (const other of others) {
        if (steps > MOST_STEPS) return null;
        const rest = met(first, other) === repeats && pairRest(without(others, other), left - repeats);
        if (rest) return [[first, other], ...rest];
      }
    }
    return null;
  }

  return pairRest(entrants, allowed);
}

function without(list: readonly number[], left: number): readonly number[] {
  return list.filter((one) => one !== left);
}

/**
 * Two pairs exchange partners as long as there are fewer repeats for it. Of two who have met, each has met at most as many as there
 * were rounds: with more than twice as many entrants, some other pair has met neither.
 */
function exchangeAway(found: readonly Meeting[], past: Past): MatchUp {
  let meetings = found;
  for (;;) {
    const better = oneExchange(meetings, past);
    if (!better) return { meetings, repeats: repeatsOf(meetings, past) };
    meetings = better;
  }
}

function oneExchange(meetings: readonly Meeting[], past: Past): readonly Meeting[] | null {
  for (const [n, one] of meetings.entries()) {
    if (past.met(...one) === 0) continue;
    for (const [m, other] of meetings.entries()) {
      const exchanged = n === m ? undefined : exchanges(one, other).find((pairs) => repeatsOf(pairs, past) < repeatsOf([one, other], past));
      if (exchanged) return meetings.with(n, exchanged[0]).with(m, exchanged[1]);
    }
  }
  return null;
}

function exchanges([a, b]: Meeting, [c, d]: Meeting): readonly (readonly [Meeting, Meeting])[] {
  return [
    [
      [a, c],
      [b, d],
    ],
    [
      [a, d],
      [b, c],
    ],
  ];
}

function repeatsOf(meetings: readonly Meeting[], { met }: Past): number {
  return meetings.reduce((sum, [a, b]) => sum + met(a, b), 0);
}
