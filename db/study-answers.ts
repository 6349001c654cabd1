/** What players have answered when they study, and how well they know each card. Of a player whom somebody has left behind, it is that one's. */
import { and, asc, desc, eq } from 'drizzle-orm';
import { type CardState, foldReviews, review } from '#game/quiz/schedule.ts';
import type { CardId } from '#game/quiz/vocabulary.ts';
import type { Database, Orm } from './open.ts';
import { studyAnswers, studyCards, studyIntakes, unfoldedCards } from './study-schema.ts';

export type Answer = Omit<typeof studyAnswers.$inferSelect, 'playerId'>;

export type StudyStore = {
  /** Those that have been met, as they were when they were last folded. */
  cards(playerId: string): readonly CardState[];
  /** Those that are new are kept. The answer: for whom they count, whose cards may have to be folded. */
  add(playerId: string, answers: readonly Answer[]): Promise<string>;
  /** Folds one card whose answers have changed; false where there is none. */
  foldOne(playerId: string): Promise<boolean>;
};

/** Reviews before these say nothing any more about what is known now. A fold of them all takes 0.2 s where there are thousands. */
const MOST_FOLDED = 500;

export function createStudyStore({ orm, write }: Database): StudyStore {
  function add(playerId: string, answers: readonly Answer[]): string {
    const ownerId = ownerOf(orm, playerId);
    learn(orm, ownerId, answers);
    return ownerId;
  }

  function nextUnfolded(playerId: string): CardId | null {
    return orm.select().from(unfoldedCards).where(eq(unfoldedCards.playerId, playerId)).get()?.card ?? null;
  }

  return {
    cards: (playerId) =>
      toStates(orm.select().from(studyCards).where(eq(studyCards.playerId, playerId)).orderBy(asc(studyCards.due)).all()),
    add: (playerId, answers) => write(() => add(playerId, answers)),
    foldOne: async (playerId) => {
      const card = nextUnfolded(playerId);
      if (card !== null) await write(() => foldCard(orm, playerId, card));
      return card !== null;
    },
  };
}

/** For whom what the player says counts: an answer may be under way while its player becomes another one. Call inside `write`. */
export function ownerOf(orm: Orm, playerId: string): string {
  return orm.select().from(studyIntakes).where(eq(studyIntakes.playerId, playerId)).get()?.intoId ?? playerId;
}

/** Call inside `write`. Those that are new are kept; a card that they do not simply bring on is folded later, in a write of its own. */
export function learn(orm: Orm, playerId: string, answers: readonly Answer[]): void {
  const added = addAnswers(orm, playerId, answers);
  const cards = [...cardsOf(added)].filter((card) => !goOn(orm, playerId, card, added));
  markUnfolded(orm, playerId, cards);
}

function addAnswers(orm: Orm, playerId: string, answers: readonly Answer[]): readonly Answer[] {
  if (answers.length === 0) return [];
  const rows = answers.map((answer) => ({ ...answer, playerId }));
  return orm.insert(studyAnswers).values(rows).onConflictDoNothing().returning().all();
}

/** Call inside `write`. Those cards are folded later. */
export function markUnfolded(orm: Orm, playerId: string, cards: Iterable<CardId>): void {
  const rows = [...cards].map((card) => ({ playerId, card }));
  if (rows.length > 0) orm.insert(unfoldedCards).values(rows).onConflictDoNothing().run();
}

export function cardsOf(answers: readonly Pick<Answer, 'card'>[]): ReadonlySet<CardId> {
  return new Set(answers.map(({ card }) => card));
}

/** Brings a card on by answers that are all later than those before, which comes to the same as the fold of all; false where it has to be folded. */
function goOn(orm: Orm, playerId: string, card: CardId, added: readonly Answer[]): boolean {
  const isIt = and(eq(studyCards.playerId, playerId), eq(studyCards.card, card));
  const [known = null] = toStates(orm.select().from(studyCards).where(isIt).all());
  const own = added.filter((answer) => answer.card === card).toSorted((a, b) => a.at - b.at || a.grade - b.grade);
  const first = own[0]?.at ?? 0;
  const state = own.reduce<CardState | null>(review, known);
  if (!state || (known && first <= known.lastReview) || isUnfolded(orm, playerId, card)) return false;
  save(orm, playerId, state);
  return true;
}

function isUnfolded(orm: Orm, playerId: string, card: CardId): boolean {
  const isIt = and(eq(unfoldedCards.playerId, playerId), eq(unfoldedCards.card, card));
  return orm.select().from(unfoldedCards).where(isIt).get() !== undefined;
}

function foldCard(orm: Orm, playerId: string, card: CardId): void {
  const { at, grade } = studyAnswers;
  const isOfCard = and(eq(studyAnswers.playerId, playerId), eq(studyAnswers.card, card));
  const answers = orm.select({ card: studyAnswers.card, at, grade }).from(studyAnswers).where(isOfCard);
  const state = foldReviews(answers.orderBy(desc(at), desc(grade)).limit(MOST_FOLDED).all());
  const isIt = and(eq(studyCards.playerId, playerId), eq(studyCards.card, card));
  if (state) save(orm, playerId, state);
  else orm.delete(studyCards).where(isIt).run();
  const wasUnfolded = and(eq(unfoldedCards.playerId, playerId), eq(unfoldedCards.card, card));
  orm.delete(unfoldedCards).where(wasUnfolded).run();
}

function save(orm: Orm, playerId: string, { card, ...state }: CardState): void {
  orm
    .insert(studyCards)
    .values({ playerId, card, ...state })
    .onConflictDoUpdate({ target: [studyCards.playerId, studyCards.card], set: state })
    .run();
}

function toStates(rows: readonly (typeof studyCards.$inferSelect)[]): readonly CardState[] {
  return rows.map(({ playerId: _, ...state }) => state);
}
