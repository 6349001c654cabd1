/** What components are as a page, with the real words. A word that is missing fails. */
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import en from '#messages/en.json';
import zhCn from '#messages/zh-CN.json';

export const MESSAGES = { en, 'zh-CN': zhCn } as const;
export type Locale = keyof typeof MESSAGES;
export const LOCALES = Object.keys(MESSAGES) as Locale[];

export function draw(what: ReactNode, locale: Locale = 'en'): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={MESSAGES[locale]} onError={throwIt} timeZone="UTC">
      {what}
    </NextIntlClientProvider>,
  );
}

function throwIt(problem: unknown): never {
  throw problem;
}

/** As it is read, without the marks that only the eye sees. */
export function textOf(html: string): string {
  return html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}
