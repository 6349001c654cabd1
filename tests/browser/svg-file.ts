/** An SVG file as another program finds it. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import type { Player } from './people.ts';

/** No script, no style sheet, no picture or page from elsewhere. */
const DRAWN_WITH = ['svg', 'title', 'desc', 'g', 'line', 'path', 'rect', 'circle', 'text'];

export async function save({ page, hands }: Player, target: Locator): Promise<{ readonly name: string; readonly octets: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), hands.press(target)]);
  return { name: download.suggestedFilename(), octets: readFileSync(await download.path()) };
}

export type SvgFile = Awaited<ReturnType<typeof readSvg>>;

/** In a page that has no part in ours, nor in its policy. */
export async function readSvg(page: Page, svg: string) {
  const blank = await page.context().newPage();
  const read = await blank.evaluate(async (text) => {
    const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    const all = [root, ...root.querySelectorAll('*')];
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
    await image.decode();
    const painted = [...root.querySelectorAll('text, line, rect, path, circle')];
    return {
      names: [...new Set(all.map(({ localName }) => localName))].sort(),
      attributes: [...new Set(all.flatMap((one) => one.getAttributeNames()))],
      unpainted: painted.filter((one) => !one.hasAttribute('fill') || !one.hasAttribute('stroke')).length,
      texts: [...root.querySelectorAll('text:not([aria-hidden])')].map(({ textContent }) => textContent),
      title: root.querySelector('title')?.textContent,
      description: root.querySelector('desc')?.textContent,
      size: [image.naturalWidth, image.naturalHeight],
    };
  }, svg);
  await blank.close();
  return read;
}

/** Nothing that it needs is elsewhere, and everything is painted. */
export function expectStandalone(svg: string, file: SvgFile): void {
  expect(svg).not.toMatch(/var\(|url\(/);
  expect(file.attributes.filter((one) => /^(class|style|(xlink:)?href|on.*)$/.test(one))).toEqual([]);
  expect(file.names.filter((one) => !DRAWN_WITH.includes(one))).toEqual([]);
  expect(file.unpainted).toBe(0);
}
