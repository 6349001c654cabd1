/** The words of rules and concepts, which come from outside. */
import type { ConceptId } from '#game/quiz/concepts.ts';
import type { ChoiceKey } from '#game/quiz/vocabulary.ts';
import type { RuleId } from '#game/tcp/rules.ts';
import type { RuleText } from '#components/duel-props.ts';

/** As the files of `messages` have it. */
export type ConceptText = { readonly ask: string; readonly choices: Readonly<Partial<Record<ChoiceKey, string>>> };

export type QuizTexts = {
  readonly ruleText: RuleText;
  readonly ruleName: (id: RuleId) => string;
  readonly concept: (id: ConceptId) => ConceptText;
  /** Why a choice of a concept is right or wrong. */
  readonly conceptReason: (id: ConceptId, key: ChoiceKey) => string;
};
