/** How cards stand: as the host told them last, and after what it has not been told yet. */
import { type CardState, review } from '#game/quiz/schedule.ts';
import type { CardId } from '#game/quiz/vocabulary.ts';
import type { StudyAnswer } from '#protocol/study.ts';

export type Cards = ReadonlyMap<CardId, CardState>;

export function cardsNow(told: readonly CardState[], untold: readonly StudyAnswer[]): Cards {
  const cards = new Map(told.map((state) => [state.card, state]));
  for (const { card, grade, at } of untold.toSorted((a, b) => a.at - b.at)) {
    const id = card as CardId;
    cards.set(id, review(cards.get(id) ?? null, { card: id, grade, at }));
  }
  return cards;
}

/** `changed` take the place of the same cards among `told`. */
export function withChanged(told: readonly CardState[], changed: readonly CardState[]): readonly CardState[] {
  return [...new Map([...told, ...changed].map((state) => [state.card, state])).values()];
}
