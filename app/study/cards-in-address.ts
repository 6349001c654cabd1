import { TEACHING_ORDER } from '#game/quiz/curriculum.ts';
import type { CardId } from '#game/quiz/vocabulary.ts';

/** `text`: what the address of `practiseHref` has for `cards`. Cards that there are not, any more say, are left out. */
export function cardsInAddress(text: string): readonly CardId[] {
  const named = text.split(',');
  return TEACHING_ORDER.filter((card) => named.includes(card));
}
