/** What has moved on a page without being moved by anybody: the browser's own account of it (Layout Instability). */
import type { Page } from 'playwright';

/** `isAsked`: within half a second of a press or a key of the reader's own. */
export type Shift = { readonly value: number; readonly isAsked: boolean; readonly what: readonly string[] };

declare global {
  interface Window {
    shifts: Shift[];
  }
}

type Entry = PerformanceEntry & {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null; readonly previousRect: DOMRect; readonly currentRect: DOMRect }[];
};

/** From now on, in every document of the page. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(observe);
  await page.evaluate(observe);
}

/** Since they were last taken. */
export async function takeShifts(page: Page): Promise<readonly Shift[]> {
  return page.evaluate(() => window.shifts.splice(0));
}

/** Runs in the page. */
function observe(): void {
  window.shifts = [];
  const rounded = ({ x, y, width, height }: DOMRect) => [x, y, width, height].map(Math.round).join(' ');
  const tell = ({ node, previousRect, currentRect }: Entry['sources'][number]) => {
    const name = node instanceof Element ? node.outerHTML : (node?.textContent ?? '');
    return `${name.slice(0, 120)} from ${rounded(previousRect)} to ${rounded(currentRect)}`;
  };
  const keep = ({ value, hadRecentInput, sources }: Entry) =>
    window.shifts.push({ value, isAsked: hadRecentInput, what: sources.map(tell) });
  new PerformanceObserver((seen) => (seen.getEntries() as Entry[]).forEach(keep)).observe({ type: 'layout-shift', buffered: false });
}
