/** What holds for every page: both languages, a switch between them, and room on a phone. */
import { describe, expect, test } from 'vitest';
import { violationsOn } from './axe.ts';
import { withBrowser } from './browser.ts';
import { withHost } from './with-host.ts';

const PAGES = ['/', '/account', '/help', '/instructor', '/leaderboard', '/matches', '/study', '/nothing'];
const MISSING = /404 \(Not Found\)/;

const { newPerson, forgetNoise } = withBrowser();
const host = withHost();

describe.each(PAGES)('%s', (path) => {
  test('speaks the language of the browser, and the other one at a press', async () => {
    const { page } = await newPerson({ locale: 'zh-CN' });
    await page.goto(host.url + path);
    const html = page.locator('html');
    expect(await html.getAttribute('lang')).toBe('zh-CN');
    await page.getByRole('button', { name: 'English' }).click();
    await page.locator('html[lang="en"]').waitFor();
    await page.reload();
    expect(await html.getAttribute('lang')).toBe('en');
    expect(await page.getByRole('button', { name: 'English' }).getAttribute('aria-pressed')).toBe('true');
    expectQuiet(path);
  });

  test.each(['en-US', 'zh-CN'])('fits a phone and passes axe (%s)', async (locale) => {
    const { page } = await newPerson({ locale, viewport: { width: 360, height: 740 } });
    await page.goto(host.url + path, { waitUntil: 'networkidle' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await violationsOn(page)).toEqual([]);
    expectQuiet(path);
  });
});

/** The browser writes down that a page is missing, also where that is the point. */
function expectQuiet(path: string): void {
  const complaints = forgetNoise();
  expect(complaints.filter((complaint) => path !== '/nothing' || !MISSING.test(complaint))).toEqual([]);
}
