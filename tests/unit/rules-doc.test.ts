/** docs/RULES.md is what the rules say now. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rulesDoc } from '../../scripts/rules-doc.ts';

test('docs/RULES.md is up to date: npm run docs:rules', () => {
  expect(readFileSync(new URL('../../docs/RULES.md', import.meta.url), 'utf8')).toBe(rulesDoc());
});

test('every link within it leads to a heading', () => {
  const doc = rulesDoc();
  const headings = [...doc.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => title.toLowerCase().replaceAll(' ', '-'));
  const targets = [...doc.matchAll(/\]\(#([^)]+)\)/g)].map(([, target]) => target);
  expect(targets.filter((target) => !headings.includes(target ?? ''))).toEqual([]);
});
