'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { OwnWork } from '#components/homework/own-work.tsx';
import { PersonalCodeForm } from '#components/homework/personal-code-form.tsx';
import { TaskList } from '#components/homework/task-list.tsx';
import { Main } from '#components/pages/main.tsx';
import { Trouble, type TroubleCode, useTroubleText } from '#components/pages/trouble.tsx';
import { useWhen } from '#components/pages/when.ts';
import type { MyHomeworkAnswer, TryAnswer } from '#protocol/homework.ts';
import { ask } from '../../api.ts';
import { newId } from '../../outbox.ts';
import { useRead } from '../../read.ts';
import type { ScenarioNames } from '../../scenario-names.ts';

type HomeworkRoomProps = { readonly homeworkKey: string; readonly scenarioNames: ScenarioNames };

/** A student's place for one homework: who they are, once, and then what there is to play. */
export function HomeworkRoom({ homeworkKey, scenarioNames }: HomeworkRoomProps) {
  const t = useTranslations('homework');
  const textOf = useTroubleText();
  const path = `homework/${encodeURIComponent(homeworkKey)}`;
  const [reply, readAgain] = useRead<MyHomeworkAnswer>(path);
  if (!reply) return <Main title={t('title')} intro={t('loading')} narrow />;
  if (!reply.ok) return <Main title={t('title')} intro={textOf(reply.trouble)} narrow />;

  async function claim(personal: string): Promise<TroubleCode | null> {
    const claimed = await ask('POST', `${path}/student`, { personal });
    if (!claimed.ok) return claimed.trouble;
    readAgain();
    return null;
  }

  const { title, mine } = reply.data;
  return (
    <Main title={title} intro={<Intro homework={reply.data} />} narrow>
      {mine ? <Work path={path} goal={reply.data.goal} mine={mine} scenarioNames={scenarioNames} /> : <PersonalCodeForm onClaim={claim} />}
    </Main>
  );
}

function Intro({ homework: { goal, dueAt, now } }: { readonly homework: MyHomeworkAnswer }) {
  const t = useTranslations('homework');
  const when = useWhen();
  return (
    <div className="flex flex-col gap-2">
      <p className="font-semibold text-ink">{t('due', { when: when(dueAt) })}</p>
      {now > dueAt ? <p className="rounded-xl bg-amber-soft p-3 text-sm text-amber">{t('late')}</p> : null}
      <p>{goal ? t('goal', goal) : t('each')}</p>
      <p>{t('how')}</p>
    </div>
  );
}

type WorkProps = Pick<MyHomeworkAnswer, 'goal'> &
  Pick<HomeworkRoomProps, 'scenarioNames'> & { readonly path: string; readonly mine: NonNullable<MyHomeworkAnswer['mine']> };

function Work({ path, goal, mine, scenarioNames }: WorkProps) {
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<TroubleCode | null>(null);

  async function play(task: number): Promise<void> {
    setBusy(true);
    const made = await ask<TryAnswer>('POST', `${path}/tries`, { id: newId(), task });
    if (made.ok) return router.push(`/match/${made.data.matchId}`);
    setTrouble(made.trouble);
    setBusy(false);
  }

  return (
    <>
      <OwnWork goal={goal} work={mine} />
      <Trouble trouble={trouble} />
      <TaskList
        areDue={!goal}
        tasks={mine.tasks}
        scenarioName={(id) => scenarioNames[id] ?? id}
        isBusy={isBusy}
        onPlay={(task) => void play(task)}
      />
    </>
  );
}
