/** Texts that stand letter under letter, because what is beside them has taken all the room. */
import type { Page } from 'playwright';

/** What such texts say. Drawings place their letters themselves. */
export function pillarsOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const parent = node.parentElement;
      if (text.length < 3 || !parent || parent.closest('svg, script, style')) continue;
      const letter = Number.parseFloat(getComputedStyle(parent).fontSize);
      const range = document.createRange();
      range.selectNodeContents(node);
      const { width, height } = range.getBoundingClientRect();
      if (width < 1.5 * letter && height > 3 * letter) found.push(text);
    }
    return found;
  });
}
