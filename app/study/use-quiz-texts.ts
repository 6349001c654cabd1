'use client';

import { useMemo } from 'react';
import type { QuizTexts } from '#components/quiz/quiz-texts.ts';
import type { RuleNames, RuleTexts } from '../rule-texts.ts';
import { useConceptReasons } from './concept-texts.ts';
import { useAskedTexts } from './use-asked-texts.ts';

export type RuleWords = { readonly texts: RuleTexts; readonly names: RuleNames };

/** Null until the words of the concepts are there. */
export function useQuizTexts({ texts, names }: RuleWords): QuizTexts | null {
  const asked = useAskedTexts(names);
  const reasons = useConceptReasons();
  return useMemo(
    () => asked && reasons && { ...asked, ruleText: (id) => texts[id], conceptReason: (id, key) => reasons[id]?.[key] ?? '' },
    [asked, texts, reasons],
  );
}
