/** What is asked in one sitting. */
import { drawBetween, shuffle, type Random } from '../scenarios/random.ts';
import { CONCEPTS } from './concepts.ts';
import { cardsOf, isAside, ruleIn, TEACHING_ORDER, topicOf } from './curriculum.ts';
import { kindsOf } from './question.ts';
import { isDue, recallAt, type CardState } from './schedule.ts';
import { TOPICS, type CardId, type QuestionKind, type QuestionSource, type Topic } from './vocabulary.ts';

export type Wish =
  /** What is due, then what is new. */
  | { readonly mode: 'learn' }
  | { readonly mode: 'topic'; readonly topic: Topic }
  /** What was wrong when it was asked last. */
  | { readonly mode: 'mistakes' }
  /** Just these: what is weak, or what a round of a class was about. */
  | { readonly mode: 'cards'; readonly cards: readonly CardId[] }
  /** Open questions, which are thought about, revealed and graded by oneself. */
  | { readonly mode: 'interview' };

/** At half a minute a question it lasts 5 to 10 minutes. */
export const SESSION_LENGTH = 14;
/** What is new comes again within days: more of it in one sitting would be a heap then. */
const MOST_NEW = 8;
/** Those that can be answered without choices to look at. */
const OPEN_KINDS: readonly QuestionKind[] = ['answer', 'concept'];
/** An interviewer asks why before what goes out. */
const CONCEPTS_FIRST = TEACHING_ORDER.toSorted((a, b) => Number(ruleIn(a) !== null) - Number(ruleIn(b) !== null));

export type Studied = {
  /** Of all cards that have been met. */
  readonly cards: readonly CardState[];
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly wish: Wish;
  /** Questions at most. */
  readonly length: number;
};

/**
 * The questions of a session in their order: what is due, most overdue first, what is new, in teaching order, and what is known least
 * of the rest. No card twice; fewer questions than `length` where there are no more cards, none where there is no mistake.
 */
export function planSession({ cards, now, wish, length }: Studied, random: Random): readonly QuestionSource[] {
  const states = new Map(cards.map((state) => [state.card, state]));
  const wished = cardsFor(wish, states).filter((card) => kindsFor(card, wish).length > 0);
  const met = wished.flatMap((card) => states.get(card) ?? []);
  const due = met.filter((state) => isDue(state, now)).sort((a, b) => a.due - b.due);
  const others = met.filter((state) => !isDue(state, now)).sort((a, b) => recallAt(a, now) - recallAt(b, now));
  const fresh = wished.filter((card) => !states.has(card)).slice(0, MOST_NEW);
  const planned = [...due.map(({ card }) => card), ...fresh, ...others.map(({ card }) => card)].slice(0, length);
  return planned.map((card) => ({ card, kind: turnOf(card, kindsFor(card, wish), states.get(card)), seed: drawSeed(random) }));
}

function cardsFor(wish: Wish, states: ReadonlyMap<CardId, CardState>): readonly CardId[] {
  switch (wish.mode) {
    case 'learn':
      return TEACHING_ORDER;
    case 'interview':
      return CONCEPTS_FIRST;
    case 'topic':
      return cardsOf(wish.topic);
    case 'mistakes':
      return TEACHING_ORDER.filter((card) => states.get(card)?.wasRight === false);
    case 'cards':
      return TEACHING_ORDER.filter((card) => wish.cards.includes(card));
    default:
      return wish satisfies never;
  }
}

function kindsFor(card: CardId, { mode }: Wish): readonly QuestionKind[] {
  if (mode !== 'interview') return kindsOf(card);
  return needsChoices(card) ? [] : kindsOf(card).filter((kind) => OPEN_KINDS.includes(kind));
}

function needsChoices(card: CardId): boolean {
  return CONCEPTS.some((concept) => card === `concept:${concept.id}` && concept.needsChoices === true);
}

/** The kinds of a card take turns, review by review; neighbours in the teaching order begin with different ones. */
function turnOf(card: CardId, kinds: readonly QuestionKind[], state: CardState | undefined): QuestionKind {
  const kind = kinds[(TEACHING_ORDER.indexOf(card) + (state?.reps ?? 0)) % kinds.length];
  if (!kind) throw new Error(`no question about ${card}`);
  return kind;
}

/** How many questions a paper has; an exam about little has fewer. */
export const PAPER_LENGTHS = { exam: 20, daily: 10 } as const;

/** Of ten questions of a paper so many are about concepts. */
const CONCEPTS_IN_TEN = 3;

/**
 * The questions of a paper about those topics (none: about all), spread over the topics, and about what is aside only for want of others.
 * `random` is all that it hangs on: from the same seed everybody has the same. A rule comes twice where there are fewer cards than
 * questions, and then as another question.
 */
export function planPaper(paper: keyof typeof PAPER_LENGTHS, random: Random, topics: readonly Topic[]): readonly QuestionSource[] {
  const cards = (topics.length > 0 ? topics : TOPICS).flatMap(cardsOf).filter((card) => kindsOf(card).length > 0);
  const sources: QuestionSource[] = [];
  for (const card of drawCards(cards, PAPER_LENGTHS[paper], random)) {
    sources.push({ card, kind: rarestKind(card, sources, random), seed: drawSeed(random) });
  }
  return sources;
}

function drawCards(cards: readonly CardId[], length: number, random: Random): readonly CardId[] {
  const drawn = spread(cards, random).toSorted((a, b) => Number(isAside(a)) - Number(isAside(b)));
  const [rules, concepts] = [drawn.filter((card) => ruleIn(card) !== null), drawn.filter((card) => ruleIn(card) === null)];
  const wanted = Math.round((length * CONCEPTS_IN_TEN) / 10);
  const mixed = [...concepts.slice(0, wanted), ...rules.slice(0, length - wanted)];
  const rest = [...rules.slice(length - wanted), ...concepts.slice(wanted)];
  const again = Array.from({ length }, (_, n) => rules[n % rules.length] ?? []).flat();
  return shuffle(random, [...mixed, ...rest, ...again].slice(0, length));
}

/** In an order drawn, a card of each topic before the second one of any. */
function spread(cards: readonly CardId[], random: Random): readonly CardId[] {
  const shuffled = shuffle(random, cards);
  const rank = (card: CardId, n: number) => shuffled.slice(0, n).filter((other) => topicOf(other) === topicOf(card)).length;
  const ranked = shuffled.map((card, n) => ({ card, rank: rank(card, n) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ card }) => card);
}

/** The kind that the paper has least of so far. */
function rarestKind(card: CardId, before: readonly QuestionSource[], random: Random): QuestionKind {
  const count = (kind: QuestionKind) => before.filter((source) => source.kind === kind).length;
  const [rarest] = shuffle(random, kindsOf(card)).toSorted((a, b) => count(a) - count(b));
  if (!rarest) throw new Error(`no question about ${card}`);
  return rarest;
}

function drawSeed(random: Random): number {
  return drawBetween(random, 0, 2 ** 31 - 1);
}
