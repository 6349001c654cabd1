import { expect, test } from 'vitest';
import { chooseLocale } from '../../app/locale.ts';

test.each([
  [undefined, null, 'en'],
  [undefined, '', 'en'],
  [undefined, 'zh', 'zh-CN'],
  [undefined, 'zh-TW,en;q=0.5', 'zh-CN'],
  [undefined, 'zh-Hans-CN', 'zh-CN'],
  [undefined, 'fr-FR,fr;q=0.9,en;q=0.8,zh;q=0.7', 'en'],
  [undefined, 'en;q=0.2,zh-CN;q=0.9', 'zh-CN'],
  [undefined, 'zh;q=0, en', 'en'],
  [undefined, 'de', 'en'],
  [undefined, 'zha', 'en'],
  ['zh-CN', 'en', 'zh-CN'],
  ['en', 'zh', 'en'],
  ['tlh', 'zh', 'zh-CN'],
])('cookie %j and Accept-Language %j give %s', (chosen, acceptLanguage, locale) => {
  expect(chooseLocale(chosen, acceptLanguage)).toBe(locale);
});
