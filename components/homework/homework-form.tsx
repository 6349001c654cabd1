import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SubmitForm } from '#components/pages/submit-form.tsx';
import type { TroubleCode } from '#components/pages/trouble.tsx';
import type { ScenarioChoice } from '#components/sessions/setup-props.ts';
import type { NewHomework } from '#protocol/homework.ts';
import type { HomeworkDraft } from './draft.ts';
import { GoalChoice } from './goal-choice.tsx';
import { Tasks } from './tasks.tsx';
import { TitleAndDue } from './title-and-due.tsx';

export type HomeworkLimits = { readonly title: number; readonly tasks: number };

type HomeworkFormProps = {
  readonly first: HomeworkDraft;
  readonly limits: HomeworkLimits;
  readonly scenarios: readonly ScenarioChoice[];
  /** Resolves to what is wrong, or to null. */
  readonly onSet: (homework: NewHomework) => Promise<TroubleCode | null>;
};

export function HomeworkForm({ first, limits, scenarios, onSet }: HomeworkFormProps) {
  const t = useTranslations('class-homework.form');
  const [draft, setDraft] = useState(first);
  const part = { draft, onChange: setDraft };
  const submit = async () => (draft.dueAt === null ? null : onSet({ ...draft, dueAt: draft.dueAt }));
  return (
    <SubmitForm label={t('submit')} onSubmit={submit}>
      <TitleAndDue
        title={draft.title}
        dueAt={draft.dueAt}
        maxTitle={limits.title}
        onChange={(change) => setDraft({ ...draft, ...change })}
      />
      <GoalChoice {...part} />
      <Tasks {...part} most={limits.tasks} scenarios={scenarios} />
    </SubmitForm>
  );
}
