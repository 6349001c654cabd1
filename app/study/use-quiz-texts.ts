'use client';

import { useMemo } from 'react';
import type { QuizTexts } from '#components/quiz/quiz-texts.ts';
import type { RuleNames, RuleTexts } from '../rule-texts.ts';
import { useConceptReasons, useConceptTexts } from './concept-texts.ts';

export type RuleWords = { readonly texts: RuleTexts; readonly names: RuleNames };

/** Null until the words of the concepts are there. */
export function useQuizTexts({ texts, names }: RuleWords): QuizTexts | null {
  const concepts = useConceptTexts();
  const reasons = useConceptReasons();
  return useMemo(() => {
    if (!concepts || !reasons) return null;
    return {
      ruleText: (id) => texts[id],
      ruleName: (id) => names[id].name,
      concept: (id) => concepts[id] ?? { ask: '', choices: {} },
      conceptReason: (id, key) => reasons[id]?.[key] ?? '',
    };
  }, [texts, names, concepts, reasons]);
}
