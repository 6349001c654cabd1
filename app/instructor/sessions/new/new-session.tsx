'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Trouble, type TroubleCode } from '#components/pages/trouble.tsx';
import { usualSettings } from '#components/sessions/draft.ts';
import { SetupForm } from '#components/sessions/setup-form.tsx';
import type { SetupProps } from '#components/sessions/setup-props.ts';
import type { ScenariosAnswer } from '#protocol/api.ts';
import type { ClassesAnswer } from '#protocol/classes.ts';
import type { ContestTemplatesAnswer, NewContest, NewContestAnswer } from '#protocol/contest.ts';
import type { Reply } from '../../../api.ts';
import { askAsInstructor, readAsInstructor } from '../../../instructor-session.ts';
import { useRead } from '../../../read.ts';
import type { ScenarioNames } from '../../../scenario-names.ts';

type NewSessionProps = Pick<SetupProps, 'pairings' | 'mostRounds' | 'firstClass'> & { readonly scenarioNames: ScenarioNames };

/** Shown once everything that can be chosen has come: what is chosen already is not taken away again. */
export function NewSession({ scenarioNames, ...limits }: NewSessionProps) {
  const [templates, readTemplates] = useRead<ContestTemplatesAnswer>('contest-templates', readAsInstructor);
  const [classes] = useRead<ClassesAnswer>('classes', readAsInstructor);
  const [scenarios] = useRead<ScenariosAnswer>('scenarios');
  const first = useUsualSettings();
  const doing = useDoing();
  const router = useRouter();
  if (!templates || !classes || !scenarios) return null;
  if (!templates.ok) return <Trouble trouble={templates.trouble} />;
  const create = (body: NewContest) =>
    doing.run(askAsInstructor<NewContestAnswer>('POST', 'contests', body), ({ contestId }) =>
      router.push(`/instructor/sessions/${contestId}`),
    );
  return (
    <SetupForm
      {...limits}
      first={first}
      scenarios={(scenarios.ok ? scenarios.data.scenarios : []).map(({ id, level }) => ({ id, level, name: scenarioNames[id] ?? id }))}
      classes={classes.ok ? classes.data.classes.filter(({ archived }) => !archived) : []}
      templates={templates.data.templates}
      isBusy={doing.isBusy}
      trouble={doing.trouble}
      onCreate={(settings, classId, rehearsal) => void create({ settings, classId, rehearsal })}
      onSave={(settings) => doing.run(askAsInstructor('POST', 'contest-templates', settings), readTemplates)}
      onDelete={(templateId) =>
        void doing.run(askAsInstructor('DELETE', `contest-templates/${encodeURIComponent(templateId)}`), readTemplates)
      }
    />
  );
}

/** Called after today, by the reader's own calendar: drawn in the browser only, once the host has answered. */
function useUsualSettings() {
  const t = useTranslations('sessions.setup');
  const format = useFormatter();
  const locale = useLocale();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return usualSettings(t('defaultTitle', { date: format.dateTime(new Date(), { day: 'numeric', month: 'long', timeZone }) }), locale);
}

/** One request at a time, and why the last one was refused. */
function useDoing() {
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<TroubleCode | null>(null);

  async function run<T>(asked: Promise<Reply<T>>, then: (data: T) => void): Promise<boolean> {
    setIsBusy(true);
    const reply = await asked;
    setIsBusy(false);
    setTrouble(reply.ok ? null : reply.trouble);
    if (reply.ok) then(reply.data);
    return reply.ok;
  }

  return { isBusy, trouble, run };
}
