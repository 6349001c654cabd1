/** One Chromium for a test file. A page that breaks, or whose console complains, fails its test. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { BROWSER_ARGS, ensureBrowser } from '../../scripts/browser.mjs';

export type Person = { readonly page: Page; readonly leave: () => Promise<void> };
export type NewPerson = (options?: BrowserContextOptions) => Promise<Person>;

/** Call at the top of a test file. Each person has cookies of their own; `locale` is their browser's language. */
export function withBrowser(): { readonly newPerson: NewPerson; readonly forgetNoise: () => readonly string[] } {
  let browser: Browser;
  const noise: string[] = [];
  const forgetNoise = () => noise.splice(0);

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: (await ensureBrowser()) ?? undefined, args: BROWSER_ARGS });
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(forgetNoise(), 'what the pages complained of').toEqual([]);
  });
  afterAll(() => browser.close());

  const newPerson: NewPerson = async (options) => {
    const context = await browser.newContext({ locale: 'en-US', ...options });
    context.on('page', (page) => listen(page, (complaint) => noise.push(complaint)));
    return { page: await context.newPage(), leave: () => context.close() };
  };
  return { newPerson, forgetNoise };
}

function listen(page: Page, hear: (complaint: string) => void): void {
  page.on('pageerror', (error) => hear(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) hear(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
}
