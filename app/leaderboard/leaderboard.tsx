'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { Choice } from '#components/pages/choice.tsx';
import { LeaderboardTable } from '#components/pages/leaderboard-table.tsx';
import { Main } from '#components/pages/main.tsx';
import { Select } from '#components/pages/select.tsx';
import { Trouble } from '#components/pages/trouble.tsx';
import type { LeaderboardAnswer, OpenBoardsAnswer, Period } from '#protocol/api.ts';
import { useRead } from '../read.ts';
import type { ScenarioNames } from '../scenario-names.ts';
import { useScenarios } from '../scenarios.ts';

type LeaderboardProps = { readonly periods: readonly Period[]; readonly scenarioNames: ScenarioNames };

export function Leaderboard({ periods, scenarioNames }: LeaderboardProps) {
  const t = useTranslations('leaderboard');
  const [period, setPeriod] = useState<Period>('all');
  const [scenario, setScenario] = useState('');
  const [classId, setClassId] = useState('');
  const [open] = useRead<OpenBoardsAnswer>('class-boards');
  const boards = open?.ok ? open.data.boards : [];
  const board = classId === '' ? 'leaderboard' : `class-boards/${encodeURIComponent(classId)}`;
  const [reply] = useRead<LeaderboardAnswer>(`${board}?${new URLSearchParams({ period, ...(scenario && { scenario }) })}`);
  const scenarios = useScenarios(scenarioNames);
  return (
    <Main title={t('title')} intro={<Rules ofClass={classId !== ''} />}>
      <BoardChoice boards={boards} classId={classId} onChoose={setClassId} />
      <div className="grid items-end gap-4 md:grid-cols-[2fr_1fr]">
        <Choice
          legend={t('period')}
          options={periods.map((value) => ({ value, label: t(`periods.${value}`) }))}
          value={period}
          onChoose={setPeriod}
          className="grid-cols-3"
        />
        <Select
          label={t('scenario')}
          options={[{ value: '', label: t('allScenarios') }, ...scenarios]}
          value={scenario}
          onChoose={setScenario}
        />
      </div>
      <div className="card min-h-96 p-2 sm:p-4">
        <Trouble trouble={reply && !reply.ok ? reply.trouble : null} />
        {reply?.ok ? <Rows answer={reply.data} caption={`${t('title')}, ${t(`periods.${period}`)}`} /> : null}
      </div>
      <p className="text-sm text-muted">{reply?.ok ? t('minimum', { moves: reply.data.minimumMoves }) : null}</p>
    </Main>
  );
}

type BoardChoiceProps = OpenBoardsAnswer & { readonly classId: string; readonly onChoose: (classId: string) => void };

/** Whose leaderboard; there is a choice for students of a class whose instructor has opened it. */
function BoardChoice({ boards, classId, onChoose }: BoardChoiceProps) {
  const t = useTranslations('leaderboard');
  if (boards.length === 0) return null;
  const classes = boards.map(({ classId: value, name }) => ({ value, label: name }));
  return <Select label={t('board')} options={[{ value: '', label: t('everybody') }, ...classes]} value={classId} onChoose={onChoose} />;
}

function Rules({ ofClass }: { readonly ofClass: boolean }) {
  const t = useTranslations('leaderboard');
  return (
    <>
      <p>{t(ofClass ? 'classText' : 'text')}</p>
      <p>{t('utc')}</p>
    </>
  );
}

function Rows({ answer, caption }: { readonly answer: LeaderboardAnswer; readonly caption: string }) {
  const t = useTranslations('leaderboard');
  if (answer.rows.length > 0) return <LeaderboardTable rows={answer.rows} caption={caption} />;
  return (
    <p className="flex flex-col items-center gap-4 p-8 text-muted">
      {t('empty')}
      <ButtonLink look="quiet" href="/">
        {t('play')}
      </ButtonLink>
    </p>
  );
}
