/** The address at which certain cards are practised, and what it says. */
import { TEACHING_ORDER } from '#game/quiz/curriculum.ts';
import type { CardId } from '#game/quiz/vocabulary.ts';

export function practiseHref(cards: readonly CardId[]): string {
  return `/study/learn?mode=cards&cards=${cards.join()}`;
}

/** `text`: what the address has for `cards`. Cards that there are not, any more say, are left out. */
export function cardsInAddress(text: string): readonly CardId[] {
  const named = text.split(',');
  return TEACHING_ORDER.filter((card) => named.includes(card));
}
