/**
 * Who plays whom in the next round. Every entrant is in exactly one pair; where their number is odd, one plays a bot. `past`: the
 * pairs of the rounds before, the first round first.
 */
import { shuffle, type Random } from '../scenarios/random.ts';
import { matchUp, type MatchUp, type Meeting } from './match-up.ts';
import { pastOf, type Past } from './past.ts';
import type { Pair } from './vocabulary.ts';

type Rounds = readonly (readonly Pair[])[];

/** Among those who have had the bot least often, so many are tried for the sake of fewer repeats. */
const MOST_TRIED = 8;

/** Drawn, with as few repeats as possible. */
export function pairByLot(entrants: readonly number[], past: Rounds, random: Random): readonly Pair[] {
  const order = shuffle(random, entrants);
  return pairInOrder(order, order, pastOf(past), random);
}

/** Neighbours in the standing (Swiss), with as few repeats as possible. The bot goes to the lowest of those who have had it least often. */
export function pairByStanding(entrants: readonly number[], past: Rounds, random: Random): readonly Pair[] {
  return pairInOrder(entrants, entrants.toReversed(), pastOf(past), random);
}

/** The pairs of the round before stay, with their roles swapped; those without a partner, and who is new, are drawn among themselves. */
export function pairAsBefore(entrants: readonly number[], past: Rounds, random: Random): readonly Pair[] {
  const isIn = new Set(entrants);
  const kept = (past.at(-1) ?? []).flatMap(({ one, other }) =>
    other !== null && isIn.has(one) && isIn.has(other) ? [{ one: other, other: one }] : [],
  );
  const placed = new Set(kept.flatMap(({ one, other }) => [one, other]));
  const single = entrants.filter((entrant) => !placed.has(entrant));
  return [...kept, ...pairByLot(single, past, random)];
}

/** `forBot`: the same entrants, those first who are to have the bot rather than others who have had it as often. */
function pairInOrder(order: readonly number[], forBot: readonly number[], past: Past, random: Random): readonly Pair[] {
  if (order.length % 2 === 0) return withRoles(matchUp(order, past).meetings, past, random);
  const { bot, meetings } = leaveOneOut(order, forBot, past);
  return [...withRoles(meetings, past, random), { one: bot, other: null }];
}

/** That nobody has the bot twice before everybody has had it once goes before few repeats. */
function leaveOneOut(order: readonly number[], forBot: readonly number[], past: Past): MatchUp & { readonly bot: number } {
  const least = Math.min(...order.map(past.bots));
  const candidates = forBot.filter((entrant) => past.bots(entrant) === least).slice(0, MOST_TRIED);
  let best: (MatchUp & { readonly bot: number }) | null = null;
  for (const bot of candidates) {
    const rest = order.filter((entrant) => entrant !== bot);
    const { meetings, repeats } = matchUp(rest, past);
    if (!best || repeats < best.repeats) best = { meetings, repeats, bot };
    if (best.repeats === 0) break;
  }
  if (!best) throw new Error('an odd number of entrants, and none of them');
  return best;
}

function withRoles(meetings: readonly Meeting[], past: Past, random: Random): readonly Pair[] {
  return meetings.map(([a, b]) => (goesFirst(a, b, past, random) ? { one: a, other: b } : { one: b, other: a }));
}

/** Whether `a` is to be `one`: who has been so less often, or was not the last time. */
function goesFirst(a: number, b: number, { balance, wasOne }: Past, random: Random): boolean {
  if (balance(a) !== balance(b)) return balance(a) < balance(b);
  return wasOne(a) === wasOne(b) ? random() < 0.5 : wasOne(b);
}
