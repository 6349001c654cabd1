/** The cards that there are. One whose rule or concept has gone since is kept and told to nobody. */
import { TEACHING_ORDER } from '#game/quiz/curriculum.ts';
import type { CardId, QuestionKind } from '#game/quiz/vocabulary.ts';

const CARDS: ReadonlySet<string> = new Set(TEACHING_ORDER);

export function isCard(card: string): card is CardId {
  return CARDS.has(card);
}

/** A concept has one kind of its own; all others are of rules. */
export function isOfKind(card: CardId, kind: QuestionKind): boolean {
  return card.startsWith('concept:') === (kind === 'concept');
}
