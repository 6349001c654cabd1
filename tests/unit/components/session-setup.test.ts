import { expect, test } from 'vitest';
import { usualSettings, withLevel, withRoundCount, withScenario, withTurnSeconds } from '#components/sessions/draft.ts';
import type { Level } from '#game/match/vocabulary.ts';

const usual = usualSettings('A session', 'en');
const LEVELS: Readonly<Record<string, Level>> = { easy: 1, hard: 3 };
const levelOf = (id: string) => LEVELS[id];

test('a round that is added is drawn, and the others keep their scenarios', () => {
  const chosen = withScenario(withRoundCount(usual, 2), 1, 'easy');
  expect(withRoundCount(chosen, 3).rounds).toEqual([null, 'easy', null]);
  expect(withRoundCount(chosen, 1).rounds).toEqual([null]);
});

test('a scenario that is not played at the level gives way', () => {
  const chosen = withScenario(withScenario({ ...usual, level: 3 }, 0, 'easy'), 1, 'hard');
  expect(withLevel(chosen, 1, levelOf).rounds).toEqual(['easy', null, null]);
  expect(withLevel(chosen, 3, levelOf).rounds).toEqual(['easy', 'hard', null]);
});

test('untimed play has no points for speed', () => {
  const fast = { ...usual, speedPoints: true };
  expect(withTurnSeconds(fast, null).speedPoints).toBe(false);
  expect(withTurnSeconds(fast, 45).speedPoints).toBe(true);
});
