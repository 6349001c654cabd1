'use client';

import { useMemo } from 'react';
import type { AskedTexts } from '#components/quiz/quiz-texts.ts';
import type { RuleNames } from '../rule-texts.ts';
import { useConceptTexts } from './concept-texts.ts';

/** For questions that are only asked: no reason is loaded, for that would tell the answer. Null until the words of the concepts are there. */
export function useAskedTexts(names: RuleNames): AskedTexts | null {
  const concepts = useConceptTexts();
  return useMemo(
    () => concepts && { ruleName: (id) => names[id].name, concept: (id) => concepts[id] ?? { ask: '', choices: {} } },
    [names, concepts],
  );
}
