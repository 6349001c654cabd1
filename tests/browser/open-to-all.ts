/** What holds for every page in every phase: nobody is kept out of it, and it fits a phone, in both languages. */
import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { Locale } from '#protocol/locale.ts';
import { violationsOn } from './axe.ts';
import { pillarsOn } from './pillars.ts';

type Size = keyof typeof SIZES;
const SIZES = { phone: { width: 360, height: 740 }, desktop: { width: 1440, height: 900 } } as const;
const LANGUAGES: Readonly<Record<Locale, string>> = { 'zh-CN': '简体中文', en: 'English' };

/** In both languages; it is English on a desktop afterwards, and what was begun on it is still there. */
export async function expectOpenToAll(page: Page, where: string, sizes: readonly Size[] = ['phone', 'desktop']): Promise<void> {
  for (const [locale, name] of Object.entries(LANGUAGES)) {
    await page.getByRole('button', { name, exact: true }).click();
    // Next brings the title a moment after the page.
    await page.locator(`html[lang="${locale}"] head title:not(:empty)`).waitFor({ state: 'attached' });
    for (const size of sizes) {
      await page.setViewportSize(SIZES[size]);
      await expectOpen(page, `${where}, ${locale}, ${size}`);
    }
  }
}

/** As it stands. */
export async function expectOpen(page: Page, where: string): Promise<void> {
  const found = {
    violations: await violationsOn(page),
    headings: await page.getByRole('heading', { level: 1, includeHidden: true }).count(),
    overflow: await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    pillars: await pillarsOn(page),
  };
  expect(found, where).toEqual({ violations: [], headings: 1, overflow: 0, pillars: [] });
}
