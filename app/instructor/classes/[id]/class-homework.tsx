'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/button.tsx';
import { type HomeworkDraft, usualHomework } from '#components/homework/draft.ts';
import { inAWeek } from '#components/homework/due-date.ts';
import { HomeworkForm, type HomeworkLimits } from '#components/homework/homework-form.tsx';
import { HomeworkList } from '#components/homework/homework-list.tsx';
import { Card } from '#components/pages/card.tsx';
import { Trouble, type TroubleCode } from '#components/pages/trouble.tsx';
import type { ScenariosAnswer } from '#protocol/api.ts';
import type { HomeworkAnswer, HomeworkListAnswer, NewHomework } from '#protocol/homework.ts';
import { askAsInstructor, readAsInstructor } from '../../../instructor-session.ts';
import { useRead } from '../../../read.ts';
import type { ScenarioNames } from '../../../scenario-names.ts';

type ClassHomeworkProps = { readonly classId: string; readonly scenarioNames: ScenarioNames; readonly limits: HomeworkLimits };

/** The homework of a class, and the form that sets more of it. */
export function ClassHomework({ classId, ...rest }: ClassHomeworkProps) {
  const t = useTranslations('class-homework');
  const path = `classes/${encodeURIComponent(classId)}/homework`;
  const [reply] = useRead<HomeworkListAnswer>(path, readAsInstructor);
  const [isSetting, setSetting] = useState(false);
  const page = (homeworkId: string) => `/instructor/classes/${classId}/homework/${homeworkId}`;
  return (
    <Card title={t('title')} text={t('text')}>
      <Trouble trouble={reply && !reply.ok ? reply.trouble : null} />
      {reply?.ok && reply.data.homework.length > 0 ? <HomeworkList homework={reply.data.homework} hrefOf={page} /> : null}
      <Button look="quiet" className="self-start" aria-expanded={isSetting} onClick={() => setSetting(!isSetting)}>
        {t(isSetting ? 'cancel' : 'assign')}
      </Button>
      {isSetting ? <NewHomeworkForm path={path} pageOf={page} {...rest} /> : null}
    </Card>
  );
}

type NewHomeworkFormProps = Omit<ClassHomeworkProps, 'classId'> & {
  readonly path: string;
  readonly pageOf: (homeworkId: string) => string;
};

function NewHomeworkForm({ path, pageOf, scenarioNames, limits }: NewHomeworkFormProps) {
  const router = useRouter();
  const first = useUsualHomework();
  const [scenarios] = useRead<ScenariosAnswer>('scenarios');

  async function set(homework: NewHomework): Promise<TroubleCode | null> {
    const made = await askAsInstructor<HomeworkAnswer>('POST', path, homework);
    if (!made.ok) return made.trouble;
    router.push(pageOf(made.data.homework.homeworkId));
    return null;
  }

  if (!scenarios) return null;
  const offered = (scenarios.ok ? scenarios.data.scenarios : []).map(({ id, level }) => ({ id, level, name: scenarioNames[id] ?? id }));
  return <HomeworkForm first={first} limits={limits} scenarios={offered} onSet={set} />;
}

/** Called after today, by the reader's own calendar. */
function useUsualHomework(): HomeworkDraft {
  const t = useTranslations('class-homework.form');
  const format = useFormatter();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const today = format.dateTime(new Date(), { day: 'numeric', month: 'long', timeZone });
  return usualHomework(t('defaultTitle', { date: today }), inAWeek(Date.now()));
}
