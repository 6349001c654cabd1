/** The address at which certain cards are practised. */
import type { CardId } from '#game/quiz/vocabulary.ts';

export function practiseHref(cards: readonly CardId[]): string {
  return `/study/learn?mode=cards&cards=${cards.join()}`;
}
