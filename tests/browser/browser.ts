/** Chromium for a test file. A page that breaks, or whose console complains, fails its test. */
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { afterEach, beforeAll, expect } from 'vitest';
import { BROWSER_ARGS, ensureBrowser } from '../../scripts/browser.mjs';

export type Person = { readonly page: Page; readonly leave: () => Promise<void> };
export type NewPerson = (options?: BrowserContextOptions) => Promise<Person>;

/** One for all files of a worker, which ends with it: to launch it costs as much as a short test, and a context is as good as new. */
let launched: Promise<Browser> | null = null;

async function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? (await ensureBrowser()) ?? undefined, args: BROWSER_ARGS });
}

/** Call at the top of a test file. Each person has cookies of their own; `locale` is their browser's language. */
export function withBrowser(): { readonly newPerson: NewPerson; readonly forgetNoise: () => readonly string[] } {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const noise: string[] = [];
  const forgetNoise = () => noise.splice(0);

  beforeAll(async () => {
    launched ??= launch();
    browser = await launched;
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(forgetNoise(), 'what the pages complained of').toEqual([]);
  });

  const newPerson: NewPerson = async (options) => {
    const context = await browser.newContext({ locale: 'en-US', ...options });
    contexts.push(context);
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
