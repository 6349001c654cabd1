/** How well the cards are known, and what of it is weak: what a page of progress draws. */
import { DIAGRAM, statesOf } from '../tcp/diagram.ts';
import { RULES, type RuleId } from '../tcp/rules.ts';
import { STATES, type State } from '../tcp/vocabulary.ts';
import { cardsOf, TEACHING_ORDER } from './curriculum.ts';
import { recallAt, type CardState } from './schedule.ts';
import { TOPICS, type CardId, type Topic } from './vocabulary.ts';

export const STANDINGS = ['known', 'learning', 'new'] as const;
export type Standing = (typeof STANDINGS)[number];

/** From here on a card, or a state of the diagram, counts as known: two right answers on different days, say, or one that was easy. */
export const KNOWN_FROM = 0.85;
const WEEK_MS = 7 * 86_400_000;

/** Of all cards that have been met. */
export type Met = ReadonlyMap<CardId, CardState>;
/** `share`: from 0 to 1. `met` of `all` cards have been answered. */
export type Mastery = { readonly share: number; readonly met: number; readonly all: number; readonly cards: readonly CardId[] };
export type StateMastery = Mastery & { readonly state: State; readonly arrows: readonly (Mastery & { readonly to: State })[] };

/**
 * How likely a card is still known a week after `now` (milliseconds since 1970), 0 to 1; it is not where it is new, or was wrong last.
 * A week ahead, because just after an answer FSRS expects that anything is remembered, a lucky guess too.
 */
export function masteryOf(card: CardState | undefined, now: number): number {
  return card?.wasRight ? recallAt(card, now + WEEK_MS) : 0;
}

export function standingOf(card: CardState | undefined, now: number): Standing {
  if (!card) return 'new';
  return masteryOf(card, now) >= KNOWN_FROM ? 'known' : 'learning';
}

/** The mean over the rules that belong to each state, and to each arrow that leaves it, in the order of the RFC. */
export function masteryOfStates(met: Met, now: number): readonly StateMastery[] {
  return STATES.map((state) => ({
    state,
    ...meanMastery(rulesIn(state), met, now),
    arrows: DIAGRAM.filter(({ from }) => from === state).map(({ to, rules }) => ({ to, ...meanMastery(rules, met, now) })),
  }));
}

function rulesIn(state: State): readonly RuleId[] {
  return RULES.filter((rule) => statesOf(rule).includes(state)).map(({ id }) => id);
}

function meanMastery(rules: readonly RuleId[], met: Met, now: number): Mastery {
  const cards = rules.map((id): CardId => `rule:${id}`);
  const sum = cards.reduce((before, card) => before + masteryOf(met.get(card), now), 0);
  return { share: sum / cards.length, met: cards.filter((card) => met.has(card)).length, all: cards.length, cards };
}

export type TopicStanding = Readonly<Record<Standing, number>> & { readonly topic: Topic };

/** How many cards of each topic are how well known. */
export function topicStandings(met: Met, now: number): readonly TopicStanding[] {
  return TOPICS.map((topic) => {
    const standings = cardsOf(topic).map((card) => standingOf(met.get(card), now));
    const count = (standing: Standing) => standings.filter((one) => one === standing).length;
    return { topic, known: count('known'), learning: count('learning'), new: count('new') };
  });
}

type CardTally = { readonly card: string; readonly answers: number; readonly right: number };
export type WeakSpot = { readonly card: CardId; readonly asked: number; readonly right: number; readonly lapses: number };

/** Cards that were answered wrong and are not known since, the weakest first; `most` at most. */
export function weakSpots(met: Met, tallies: readonly CardTally[], now: number, most: number): readonly WeakSpot[] {
  const tallyOf = new Map(tallies.map((tally) => [tally.card, tally]));
  return TEACHING_ORDER.flatMap((card): readonly WeakSpot[] => {
    const [known, tally] = [met.get(card), tallyOf.get(card)];
    if (!known || !tally || tally.right === tally.answers || standingOf(known, now) === 'known') return [];
    return [{ card, asked: tally.answers, right: tally.right, lapses: known.lapses }];
  })
    .sort((a, b) => weakness(b) - weakness(a) || b.lapses - a.lapses)
    .slice(0, most);
}

/** The share of wrong answers, as if two more had been right: a single slip does not lead the list. */
function weakness({ asked, right }: WeakSpot): number {
  return (asked - right) / (asked + 2);
}
