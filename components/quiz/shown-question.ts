import type { ConceptId } from '#game/quiz/concepts.ts';
import type { CardId, Question } from '#game/quiz/vocabulary.ts';

/** A paper that is open does not tell which rule a question is about. */
export type ShownQuestion = Omit<Question, 'card'> & { readonly card: CardId | null };

const CONCEPT = 'concept:';

/** Null where it is no concept's. */
export function conceptIdOf(card: CardId | null): ConceptId | null {
  return card?.startsWith(CONCEPT) ? (card.slice(CONCEPT.length) as ConceptId) : null;
}
