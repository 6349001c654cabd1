/** The words of rules and concepts, which come from outside. */
import type { ConceptId } from '#game/quiz/concepts.ts';
import type { ChoiceKey } from '#game/quiz/vocabulary.ts';
import type { RuleId } from '#game/tcp/rules.ts';
import type { RuleText } from '#components/duel-props.ts';

/** As the files of `messages` have it. */
export type ConceptText = { readonly ask: string; readonly choices: Readonly<Partial<Record<ChoiceKey, string>>> };

/** What a question and its choices speak with: none of it tells an answer. */
export type AskedTexts = {
  readonly ruleName: (id: RuleId) => string;
  readonly concept: (id: ConceptId) => ConceptText;
};

export type QuizTexts = AskedTexts & {
  readonly ruleText: RuleText;
  /** Why a choice of a concept is right or wrong. */
  readonly conceptReason: (id: ConceptId, key: ChoiceKey) => string;
};
