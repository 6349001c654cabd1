/** The table as a whole: every rule has a test, and the other readings stand beside something. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RULES, ruleOf } from '#game/tcp/rules.ts';

const ids = RULES.map((rule) => rule.id);
const TITLE = /\btest(?:\.each\([\s\S]*?\))?\(\s*'([^']+)'/g;

function titles(): string[] {
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.test.ts'));
  return files.flatMap((file) =>
    [...readFileSync(`${import.meta.dirname}/${file}`, 'utf8').matchAll(TITLE)].map((match) => match[1] ?? ''),
  );
}

test('every rule has a test whose title begins with its id, and no title begins with an id that is none', () => {
  const named = titles().flatMap((title) => /^([a-z0-9-]+): /.exec(title)?.[1] ?? []);
  expect([...new Set(named)].sort()).toEqual([...ids].sort());
});

test('no id is used twice', () => {
  expect(new Set(ids).size).toBe(ids.length);
});

test('another reading stands beside a canonical rule, in the same stage, on the same event, where that one fits too', () => {
  for (const reading of RULES.filter((rule) => rule.insteadOf)) {
    const canonical = ruleOf(reading.insteadOf ?? reading.id);
    expect(canonical).toMatchObject({ stage: reading.stage, on: reading.on });
    expect(canonical.insteadOf).toBeUndefined();
    expect(canonical.states).toEqual(expect.arrayContaining([...reading.states]));
    expect(reading.when).toEqual(expect.arrayContaining([...canonical.when]));
    expect(reading.house).toBeDefined();
  }
});

test('a section is one of RFC 9293', () => {
  for (const { section } of RULES) expect(section).toMatch(/^3\.(3|4|5|6|8|10)(\.\d){0,2}$/);
});
