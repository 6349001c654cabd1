/** The second leg asks the same of each role as the first, with other numbers: `npm run -s siblings` prints it. */
import { expect, test } from 'vitest';
import { SCENARIOS } from '#game/scenarios/catalogue.ts';
import { decisionsOf } from '#game/scenarios/proof.ts';
import { expand } from '#game/scenarios/expand.ts';
import { LEVELS } from '#game/match/vocabulary.ts';
import { ROLES } from '#game/tcp/vocabulary.ts';
import { compareLegs, decisionsPlayed, matchOfBots } from './bot-matches.ts';

test('in 1,000 matches played by bots leg two is a sibling of leg one', { timeout: 60_000 }, () => {
  const matches = Array.from({ length: 1_000 }, (_, n) => matchOfBots(n));
  const different = matches
    .map((match) => ({ scenario: match.record.settings.scenario, ...compareLegs(match) }))
    .filter(({ differences }) => differences.length > 0);
  expect(different).toEqual([]);
  const kinds = new Set(matches.map(({ record: { settings } }) => `${settings.scenario} ${settings.level}`));
  expect(kinds.size).toBe(SCENARIOS.length * LEVELS.length);
});

test.each(SCENARIOS)('$id: what is played is what the script plans, leg by leg', (scenario) => {
  const match = matchOfBots(SCENARIOS.indexOf(scenario));
  for (const leg of [0, 1] as const)
    for (const role of ROLES) {
      const planned = match.record.legs[leg];
      expect(decisionsPlayed(match, leg, role)).toEqual(planned && decisionsOf(planned, role).map((rules) => rules.join(' ')));
    }
});

test('either sibling may come first, and the same seed makes the same match', () => {
  const [scenario] = SCENARIOS;
  const orders = Array.from({ length: 40 }, (_, seed) =>
    expand(scenario, 1, seed)[0]
      .script.map((item) => ('at' in item ? item.at : ''))
      .join(),
  );
  expect(new Set(orders).size).toBe(2);
  expect(matchOfBots(5)).toEqual(matchOfBots(5));
});
