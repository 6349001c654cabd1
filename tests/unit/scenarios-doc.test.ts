/** docs/catalogue.md is what the scenarios are now. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scenariosDoc } from '../../scripts/scenarios-doc.ts';

test('docs/catalogue.md is up to date: npm run docs:scenarios', () => {
  expect(readFileSync(new URL('../../docs/catalogue.md', import.meta.url), 'utf8')).toBe(scenariosDoc());
});

test('every rule that it names has its heading in docs/RULES.md', () => {
  const headings = [...readFileSync(new URL('../../docs/RULES.md', import.meta.url), 'utf8').matchAll(/^### (.+)$/gm)].map(([, id]) => id);
  const targets = [...scenariosDoc().matchAll(/\]\(RULES\.md#([^)]+)\)/g)].map(([, target]) => target);
  expect(targets.length).toBeGreaterThan(0);
  expect(targets.filter((target) => !headings.includes(target))).toEqual([]);
});
