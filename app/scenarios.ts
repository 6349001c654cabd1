import type { Level } from '#game/match/vocabulary.ts';
import type { ScenariosAnswer } from '#protocol/api.ts';
import { useRead } from './read.ts';
import type { ScenarioNames, ScenarioStories } from './scenario-names.ts';

/** The scenarios that are played at a level, or at any, to choose from. Above level 1 a story would tell whoever chooses too much. */
export function useScenarios(names: ScenarioNames, level: Level = 3, stories: ScenarioStories = {}) {
  const [reply] = useRead<ScenariosAnswer>('scenarios');
  const all = reply?.ok ? reply.data.scenarios : [];
  return all
    .filter((one) => one.level <= level)
    .map(({ id }) => ({ value: id, label: names[id] ?? id, note: level === 1 ? stories[id] : undefined }));
}
