'use client';

import { useLocale } from 'next-intl';
import type { ConceptText } from '#components/quiz/quiz-texts.ts';
import type { ChoiceKey } from '#game/quiz/vocabulary.ts';
import type { Locale } from '#protocol/locale.ts';
import { useLoaded } from './use-loaded.ts';

type ConceptTexts = Readonly<Record<string, ConceptText>>;
type ConceptReasons = Readonly<Record<string, Readonly<Partial<Record<ChoiceKey, string>>>>>;

const TEXTS = {
  en: () => import('#messages/concepts.en.json'),
  'zh-CN': () => import('#messages/concepts.zh-CN.json'),
} as const satisfies Record<Locale, unknown>;
const REASONS = {
  en: () => import('#messages/concept-reasons.en.json'),
  'zh-CN': () => import('#messages/concept-reasons.zh-CN.json'),
} as const satisfies Record<Locale, unknown>;

/** What concepts ask, in the reader's language. Null until it is there. */
export function useConceptTexts(): ConceptTexts | null {
  const file = useLoaded<{ readonly default: ConceptTexts }>(TEXTS[useLocale()]);
  return file?.default ?? null;
}

/** Why the choices of concepts are right or wrong: not for pages where no answer may be there ahead. */
export function useConceptReasons(): ConceptReasons | null {
  const file = useLoaded<{ readonly default: ConceptReasons }>(REASONS[useLocale()]);
  return file?.default ?? null;
}
