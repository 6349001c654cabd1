/** Sources over all kinds and all cards, in turn. */
import { CONCEPTS } from '#game/quiz/concepts.ts';
import { kindsOf } from '#game/quiz/question.ts';
import type { CardId, QuestionSource } from '#game/quiz/vocabulary.ts';
import { RULES } from '#game/tcp/rules.ts';

export const CARDS: readonly CardId[] = [
  ...RULES.map(({ id }): CardId => `rule:${id}`),
  ...CONCEPTS.map(({ id }): CardId => `concept:${id}`),
];

export const PAIRS: readonly Omit<QuestionSource, 'seed'>[] = CARDS.flatMap((card) => kindsOf(card).map((kind) => ({ kind, card })));

export function sourceOf(seed: number): QuestionSource {
  const pair = PAIRS[seed % PAIRS.length];
  if (!pair) throw new Error('no card has a kind');
  return { ...pair, seed };
}
