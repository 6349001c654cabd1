import { CONCEPTS, type Concept } from '#game/quiz/concepts.ts';
import type { CardId } from '#game/quiz/vocabulary.ts';
import { conceptIdOf } from './shown-question.ts';

/** Null where it is no concept's. The bank says what is right: not for what is shown of a paper that is open. */
export function conceptOf(card: CardId | null): Concept | null {
  const id = conceptIdOf(card);
  return CONCEPTS.find((concept) => concept.id === id) ?? null;
}
