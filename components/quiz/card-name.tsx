import type { CardId } from '#game/quiz/vocabulary.ts';
import { ruleIn } from '#game/quiz/curriculum.ts';
import { conceptIdOf } from './shown-question.ts';
import type { QuizTexts } from './quiz-texts.ts';

/** What a card is about: the name of a rule, or what a concept asks. */
export function CardName({ card, texts }: { readonly card: CardId; readonly texts: QuizTexts }) {
  const rule = ruleIn(card);
  const concept = conceptIdOf(card);
  if (rule) return texts.ruleName(rule);
  return concept && texts.concept(concept).ask;
}
