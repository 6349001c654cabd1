import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { LOCALE_COOKIE, type Locale } from '#protocol/api.ts';
import en from '#messages/en.json';
import zhCn from '#messages/zh-CN.json';
import { chooseLocale } from './locale.ts';

export const MESSAGES: Readonly<Record<Locale, typeof en>> = { en, 'zh-CN': zhCn };

export default getRequestConfig(async () => {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const locale = chooseLocale(jar.get(LOCALE_COOKIE)?.value, sent.get('accept-language'));
  return { locale, messages: MESSAGES[locale], timeZone: 'UTC' };
});
