/** Scenarios that are drawn. `npm run prove:generator` tries 10,000 seeds. */
import { describe, expect, test } from 'vitest';
import { generate, MATCH_LENGTH } from '#game/scenarios/generate.ts';
import { FATES, type Item } from '#game/scenarios/script.ts';
import { checkScenario } from '#game/scenarios/text/check.ts';
import { parseScenario, printScenario } from '#game/scenarios/text/scenario.ts';
import { faultOf } from './generated.ts';

const LEVELS = [1, 2, 3] as const;
const seeds = (count: number) => Array.from({ length: count }, (_, seed) => seed);
const isFault = (item: Item) => FATES.some((fate) => fate === item.do);

describe.each(LEVELS)('at level %s', (level) => {
  test('every seed draws two siblings that can be played, whatever is answered, until both are CLOSED', { timeout: 60_000 }, () => {
    const faults = seeds(100).flatMap((seed) =>
      [faultOf(level, seed, MATCH_LENGTH)].flatMap((fault) => (fault ? [`${seed}: ${fault}`] : [])),
    );
    expect(faults).toEqual([]);
  });

  test('what is drawn is a scenario like any other: it prints, reads, and every statement of it does something', {
    timeout: 60_000,
  }, () => {
    for (const seed of seeds(10)) {
      const legs = generate(level, seed).map((script) => ({ script }));
      const parsed = parseScenario(printScenario({ id: 'drawn', level, title: {}, story: {}, legs }));
      expect(parsed.ok && parsed.scenario.legs.map(({ script }) => ({ script }))).toEqual(legs);
      expect(parsed.ok && checkScenario(parsed.scenario)).toEqual([]);
    }
  });

  test('the same seed draws the same, others draw others', () => {
    const drawn = seeds(30).map((seed) => JSON.stringify(generate(level, seed)));
    expect(drawn).toEqual(seeds(30).map((seed) => JSON.stringify(generate(level, seed))));
    expect(new Set(drawn).size).toBeGreaterThan(level === 1 ? 10 : 25);
  });
});

test('level 1 has no faults and nothing simultaneous, the others have something in what is asked', () => {
  const unusual = (items: readonly Item[]) => items.some((item) => isFault(item) || item.do === 'both');
  for (const seed of seeds(30)) {
    expect(generate(1, seed).some(unusual)).toBe(false);
    const asked = generate(2, seed).map((script) => script.slice(script.findIndex((item) => item.do === 'ask') + 1));
    expect(asked.every(unusual)).toBe(true);
  }
});

test('all faults, both openings and every way to close are drawn', () => {
  const items = seeds(150).flatMap((seed) => generate(3, seed)[0]);
  for (const fate of [...FATES, 'close-at-fin', 'release'] as const) expect(items.map((item) => item.do)).toContain(fate);
  expect(items).toContainEqual({ do: 'both', call: 'open-active' });
  expect(items).toContainEqual({ do: 'both', call: 'close' });
  expect(items.some((item) => item.do === 'call' && item.call === 'abort')).toBe(true);
});

test('a leg may be as long as one likes', { timeout: 60_000 }, () => {
  for (const seed of seeds(20)) expect(faultOf(3, seed, { least: 14, most: 20 })).toBeNull();
});
