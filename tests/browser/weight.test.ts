/** A phone on a school's network: what a page needs before anybody can do anything with it. */
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { withHost } from './with-host.ts';

const host = withHost();

/** Kilobytes of the scripts that a page names, compressed; those for browsers without modules are left out. */
async function scriptsOf(path: string): Promise<number> {
  const html = await (await fetch(host.url + path)).text();
  const sources = new Set([...html.matchAll(/<script src="([^"]+)"(?![^>]*noModule)/gi)].map((match) => match[1]));
  const scripts = await Promise.all([...sources].map(async (source) => (await fetch(host.url + source)).arrayBuffer()));
  return scripts.reduce((sum, script) => sum + gzipSync(Buffer.from(script)).length, 0) / 1_000;
}

test.each([
  ['/', 170],
  ['/match/anymatch', 220],
  ['/replay/anymatch', 220],
  ['/captures', 220],
  ['/study/learn', 220],
  ['/machine', 220],
  ['/learn', 220],
  ['/learn/rules', 220],
  ['/study/progress', 220],
  ['/practice?scenario=half-close&seed=1', 220],
  ['/practice/catch?scenario=half-close&seed=1', 220],
  ['/study/exam', 220],
  ['/study/daily', 220],
  ['/study/papers/anypaper', 220],
  ['/study/papers/anypaper/result', 220],
])('%s needs at most %i KB of scripts', async (path, limit) => {
  expect(await scriptsOf(path)).toBeLessThanOrEqual(limit);
});
