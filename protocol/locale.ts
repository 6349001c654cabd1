/** The languages, apart from the schemas, so that a browser that needs them is not sent those. */
export const LOCALE_COOKIE = 'last_ack_locale';
export const LOCALES = ['en', 'zh-CN'] as const;
export type Locale = (typeof LOCALES)[number];
