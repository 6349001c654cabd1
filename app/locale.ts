import { LOCALES, type Locale } from '#protocol/api.ts';

/** The language of a page: what was chosen, else the first of the browser's that there is, else English. */
export function chooseLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  const fromCookie = LOCALES.find((locale) => locale === chosen);
  return fromCookie ?? preferences(acceptLanguage).map(localeOf).find(isPresent) ?? 'en';
}

/** The language ranges of an Accept-Language header, most wanted first (RFC 9110 §12.5.4). */
function preferences(acceptLanguage: string | null): string[] {
  return (acceptLanguage ?? '')
    .split(',')
    .map(parseRange)
    .filter((range) => range.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map((range) => range.tag);
}

function parseRange(range: string): { tag: string; weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return { tag, weight: weight === undefined ? 1 : Number(weight) || 0 };
}

function localeOf(tag: string): Locale | undefined {
  if (/^zh(-|$)/.test(tag)) return 'zh-CN';
  if (/^en(-|$)/.test(tag)) return 'en';
  return undefined;
}

function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined;
}
