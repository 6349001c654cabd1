/** The cards that there are. One whose rule or concept has gone since is kept and told to nobody. */
import { CONCEPTS } from '#game/quiz/concepts.ts';
import type { CardId, QuestionKind } from '#game/quiz/vocabulary.ts';
import { RULES } from '#game/tcp/rules.ts';

const CARDS: ReadonlySet<string> = new Set<CardId>([
  ...RULES.map(({ id }) => `rule:${id}` as const),
  ...CONCEPTS.map(({ id }) => `concept:${id}` as const),
]);

export function isCard(card: string): card is CardId {
  return CARDS.has(card);
}

/** A concept has one kind of its own; all others are of rules. */
export function isOfKind(card: CardId, kind: QuestionKind): boolean {
  return card.startsWith('concept:') === (kind === 'concept');
}
