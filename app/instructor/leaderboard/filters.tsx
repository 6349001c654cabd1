'use client';

import { useTranslations } from 'next-intl';
import type { Level } from '#game/match/vocabulary.ts';
import { Choice } from '#components/pages/choice.tsx';
import { Select } from '#components/pages/select.tsx';
import type { Period } from '#protocol/api.ts';
import type { ClassesAnswer } from '#protocol/classes.ts';
import type { ContestsAnswer } from '#protocol/contest.ts';
import type { Ranking } from '#protocol/reports.ts';
import { readAsInstructor } from '../../instructor-session.ts';
import { useRead } from '../../read.ts';
import type { ScenarioNames } from '../../scenario-names.ts';
import { useScenarios } from '../../scenarios.ts';

/** As the host is asked; empty narrows nothing down. */
export type Narrowed = {
  readonly by: Ranking;
  readonly period: Period;
  readonly class: string;
  readonly contest: string;
  readonly scenario: string;
  readonly level: string;
};
export const NOT_NARROWED: Narrowed = { by: 'accuracy', period: 'all', class: '', contest: '', scenario: '', level: '' };

export type FilterProps = {
  readonly rankings: readonly Ranking[];
  readonly periods: readonly Period[];
  readonly levels: readonly Level[];
  readonly scenarioNames: ScenarioNames;
  readonly narrowed: Narrowed;
  readonly onNarrow: (narrowed: Narrowed) => void;
};

export function Filters({ rankings, periods, levels, scenarioNames, narrowed, onNarrow }: FilterProps) {
  const t = useTranslations('reports.leaderboard');
  const scenarios = useScenarios(scenarioNames);
  const { classes, sessions } = useOwn(narrowed.class);
  const narrow = (change: Partial<Narrowed>) => onNarrow({ ...narrowed, ...change });
  return (
    <div className="grid gap-4">
      <Choice
        legend={t('by')}
        options={rankings.map((value) => ({ value, label: t(`rankings.${value}`), note: t(`rankingNotes.${value}`) }))}
        value={narrowed.by}
        onChoose={(by) => narrow({ by })}
        className="sm:grid-cols-2"
      />
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <Select
          label={t('class')}
          options={[{ value: '', label: t('allClasses') }, ...classes]}
          value={narrowed.class}
          onChoose={(id) => narrow({ class: id, contest: '' })}
        />
        <Select
          label={t('session')}
          options={[{ value: '', label: t('allSessions') }, ...sessions]}
          value={narrowed.contest}
          onChoose={(contest) => narrow({ contest })}
        />
        <Select
          label={t('period')}
          options={periods.map((value) => ({ value, label: t(`periods.${value}`) }))}
          value={narrowed.period}
          onChoose={(period) => narrow({ period })}
        />
        <Select
          label={t('scenario')}
          options={[{ value: '', label: t('allScenarios') }, ...scenarios]}
          value={narrowed.scenario}
          onChoose={(scenario) => narrow({ scenario })}
        />
        <Select
          label={t('level')}
          options={[
            { value: '', label: t('allLevels') },
            ...levels.map((level) => ({ value: `${level}`, label: t('levelOf', { level }) })),
          ]}
          value={narrowed.level}
          onChoose={(level) => narrow({ level })}
        />
      </div>
    </div>
  );
}

/** One's own classes, and the sessions of the one that is chosen; rehearsals count nowhere. */
function useOwn(classId: string) {
  const [classes] = useRead<ClassesAnswer>('classes', readAsInstructor);
  const [contests] = useRead<ContestsAnswer>('contests', readAsInstructor);
  const sessions = contests?.ok
    ? contests.data.contests.filter((one) => !one.isRehearsal && (classId === '' || one.classId === classId))
    : [];
  return {
    classes: classes?.ok
      ? classes.data.classes.map(({ classId: value, name, term }) => ({ value, label: [name, term].filter(Boolean).join(' · ') }))
      : [],
    sessions: sessions.map(({ contestId, title }) => ({ value: contestId, label: title })),
  };
}
