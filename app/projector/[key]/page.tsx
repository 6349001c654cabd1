import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { DIAGRAM } from '#game/tcp/diagram.ts';
import { RULES } from '#game/tcp/rules.ts';
import { LOCALES, type Locale } from '#protocol/locale.ts';
import { MESSAGES } from '../../i18n.ts';
import { pickWords } from '../../words.tsx';
import { Projector, type WallWords } from './projector.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('projector'))('title') };
}

/** In both languages: which one is spoken on the wall, the session says. */
export default async function ProjectorPage({ params }: { readonly params: Promise<{ readonly key: string }> }) {
  const { key } = await params;
  const edges = DIAGRAM.map(({ from, to }) => ({ from, to }));
  const words = Object.fromEntries(LOCALES.map((locale) => [locale, wordsIn(locale)])) as Record<Locale, WallWords>;
  return <Projector projectorKey={key} edges={edges} words={words} firstLocale={await getLocale()} />;
}

function wordsIn(locale: Locale): WallWords {
  const all = MESSAGES[locale];
  return {
    messages: pickWords(all, ['projector', 'duel', 'events', 'faults', 'link']),
    rules: Object.fromEntries(RULES.map(({ id }) => [id, all.rules[id].name])) as WallWords['rules'],
    scenarios: Object.fromEntries(Object.entries(all.scenarios).map(([id, { title }]) => [id, title])),
  };
}
