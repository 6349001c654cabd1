import { getLocale } from 'next-intl/server';
import en from '#messages/concepts.en.json';
import zhCn from '#messages/concepts.zh-CN.json';
import { CONCEPTS, type ConceptId } from '#game/quiz/concepts.ts';
import type { Locale } from '#protocol/locale.ts';

export type ConceptNames = Readonly<Record<ConceptId, string>>;

const TEXTS = { en, 'zh-CN': zhCn } as const satisfies Record<Locale, unknown>;

/** What each concept asks, in the reader's language, where its choices are not shown. */
export async function conceptNames(): Promise<ConceptNames> {
  const texts = TEXTS[(await getLocale()) as Locale];
  return Object.fromEntries(CONCEPTS.map(({ id }) => [id, texts[id].ask])) as ConceptNames;
}
