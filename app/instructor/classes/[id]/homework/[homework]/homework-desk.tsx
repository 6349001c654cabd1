'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { LOOKS } from '#components/button.tsx';
import { HomeworkSettings } from '#components/homework/homework-settings.tsx';
import { HowTheyCome } from '#components/homework/how-they-come.tsx';
import { ResultsTable } from '#components/homework/results-table.tsx';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { Card } from '#components/pages/card.tsx';
import { Main } from '#components/pages/main.tsx';
import { type TroubleCode, useTroubleText } from '#components/pages/trouble.tsx';
import { useWhen } from '#components/pages/when.ts';
import type { HomeworkChange, HomeworkReportAnswer, HomeworkSummary } from '#protocol/homework.ts';
import { askAsInstructor, readAsInstructor } from '../../../../../instructor-session.ts';
import { useRead } from '../../../../../read.ts';
import type { ScenarioNames } from '../../../../../scenario-names.ts';

type HomeworkDeskProps = {
  readonly classId: string;
  readonly homeworkId: string;
  readonly scenarioNames: ScenarioNames;
  readonly maxTitle: number;
};

/** One homework, for its instructor: how students come, how far they are, and what can be changed. */
export function HomeworkDesk({ classId, homeworkId, scenarioNames, maxTitle }: HomeworkDeskProps) {
  const t = useTranslations('class-homework');
  const textOf = useTroubleText();
  const router = useRouter();
  const path = `classes/${encodeURIComponent(classId)}/homework/${encodeURIComponent(homeworkId)}`;
  const [reply, readAgain] = useRead<HomeworkReportAnswer>(path, readAsInstructor);
  if (!reply) return <Main title={t('loading')} />;
  if (!reply.ok) return <Main title={t('title')} intro={textOf(reply.trouble)} />;
  const { homework } = reply.data;

  async function change(wish: HomeworkChange): Promise<TroubleCode | null> {
    const changed = await askAsInstructor('PATCH', path, wish);
    if (changed.ok) readAgain();
    return changed.ok ? null : changed.trouble;
  }

  async function withdraw(): Promise<TroubleCode | null> {
    const withdrawn = await askAsInstructor('DELETE', path);
    if (!withdrawn.ok) return withdrawn.trouble;
    router.push(`/instructor/classes/${classId}`);
    return null;
  }

  return (
    <Main title={homework.title} intro={<Intro homework={homework} />}>
      <ButtonLink look="quiet" href={`/instructor/classes/${classId}`} className="w-auto! self-start">
        {t('page.back')}
      </ButtonLink>
      <Results report={reply.data} path={path} />
      <HowTheyCome url={`${window.location.origin}/homework/${homework.key}`} />
      <WhatToDo homework={homework} scenarioNames={scenarioNames} />
      <HomeworkSettings known={homework} maxTitle={maxTitle} onChange={change} onWithdraw={withdraw} />
    </Main>
  );
}

function Intro({ homework: { dueAt, done, students, doneLate } }: { readonly homework: HomeworkSummary }) {
  const t = useTranslations('class-homework');
  const when = useWhen();
  const late = doneLate > 0 ? t('doneLate', { count: doneLate }) : '';
  return [t('due', { when: when(dueAt) }), t('done', { done, students }), late].filter(Boolean).join(' · ');
}

function Results({ report: { homework, results }, path }: { readonly report: HomeworkReportAnswer; readonly path: string }) {
  const t = useTranslations('class-homework.page');
  if (results.length === 0) return <Card title={t('resultsTitle')} text={t('nobody')} />;
  return (
    <Card title={t('resultsTitle')} text={t(homework.goal ? 'goalText' : 'resultsText')}>
      <ResultsTable results={results} tasks={homework.tasks.length} />
      <h3 className="font-semibold">{t('filesTitle')}</h3>
      <p className="-mt-3 text-sm text-muted">{t('filesText')}</p>
      <div className="flex flex-wrap gap-2">
        {(['canvas', 'moodle'] as const).map((name) => (
          <a
            key={name}
            href={`/api/${path}/exports/gradebook-${name}.csv`}
            download
            className={`inline-flex items-center gap-3 ${LOOKS.quiet}`}
          >
            {t(name)}
          </a>
        ))}
      </div>
    </Card>
  );
}

function WhatToDo({
  homework: { tasks, goal },
  scenarioNames,
}: { readonly homework: HomeworkSummary } & Pick<HomeworkDeskProps, 'scenarioNames'>) {
  const t = useTranslations('class-homework.page');
  return (
    <Card title={t('tasksTitle')} text={goal ? t('goal', goal) : t('each')}>
      <ol className="flex list-inside list-decimal flex-col gap-1">
        {tasks.map(({ scenario, level }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a task is its number.
          <li key={at}>
            {scenarioNames[scenario] ?? scenario} <span className="text-muted">{t('level', { level })}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
