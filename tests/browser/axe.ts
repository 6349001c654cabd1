/**
 * axe-core in the page itself. Its own wrapper for Playwright brings it in anew for every look and opens a second page to put the results
 * of frames together: there are no frames here, and a look costs a seventh.
 */
import axe from 'axe-core';
import type { Page } from 'playwright';

/** What axe finds, each rule with the elements that break it; incomplete checks are no findings. */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'], elementRef: false }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
