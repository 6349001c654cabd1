import { useTranslations } from 'next-intl';
import type { Level } from '#game/match/vocabulary.ts';
import { Select } from '#components/pages/select.tsx';

/** In the reader's language. */
export type KnownScenario = { readonly id: string; readonly level: Level; readonly name: string; readonly story: string };

type ScenarioChoiceProps = {
  readonly scenarios: readonly KnownScenario[];
  readonly level: Level;
  /** Null is "draw one". */
  readonly chosen: string | null;
  readonly onChoose: (scenario: string | null) => void;
};

/** Those that are played at the level. Above level 1 a story would tell whoever chooses too much. */
export function ScenarioChoice({ scenarios, level, chosen, onChoose }: ScenarioChoiceProps) {
  const t = useTranslations('practice.setup');
  const options = scenarios
    .filter((one) => one.level <= level)
    .map(({ id, name, story }) => ({ value: id, label: name, ...(level === 1 && { note: story }) }));
  return (
    <Select
      label={t('scenario')}
      options={[{ value: '', label: t('drawn') }, ...options]}
      value={chosen ?? ''}
      onChoose={(id) => onChoose(id || null)}
    />
  );
}

/** What was chosen at another level may not be among those of this one. */
export function playableAt(scenarios: readonly KnownScenario[], chosen: string | null, level: Level): string | null {
  return scenarios.find((one) => one.id === chosen && one.level <= level)?.id ?? null;
}
