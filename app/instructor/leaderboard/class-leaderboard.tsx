'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Trouble } from '#components/pages/trouble.tsx';
import { ClassLeaderboardTable } from '#components/reports/class-leaderboard-table.tsx';
import type { ClassLeaderboardAnswer } from '#protocol/reports.ts';
import { readAsInstructor } from '../../instructor-session.ts';
import { useRead } from '../../read.ts';
import { Filters, type FilterProps, NOT_NARROWED } from './filters.tsx';

type ClassLeaderboardProps = Pick<FilterProps, 'rankings' | 'periods' | 'levels' | 'scenarioNames'>;

export function ClassLeaderboard(props: ClassLeaderboardProps) {
  const t = useTranslations('reports.leaderboard');
  const [narrowed, setNarrowed] = useState(NOT_NARROWED);
  const chosen = Object.entries(narrowed).filter(([, value]) => value !== '');
  const [reply] = useRead<ClassLeaderboardAnswer>(`instructor/leaderboard?${new URLSearchParams(chosen)}`, readAsInstructor);
  return (
    <>
      <Filters {...props} narrowed={narrowed} onNarrow={setNarrowed} />
      <div className="card min-h-96 p-2 sm:p-4">
        <Trouble trouble={reply && !reply.ok ? reply.trouble : null} />
        {reply?.ok ? <Rows rows={reply.data.rows} by={narrowed.by} /> : null}
      </div>
      <div className="text-sm text-muted">
        {reply?.ok && reply.data.minimumMoves > 1 ? <p>{t('minimum', { moves: reply.data.minimumMoves })}</p> : null}
        <p>{t('utc')}</p>
      </div>
    </>
  );
}

function Rows({ rows, by }: { readonly rows: ClassLeaderboardAnswer['rows']; readonly by: 'accuracy' | 'points' }) {
  const t = useTranslations('reports.leaderboard');
  if (rows.length === 0) return <p className="p-8 text-center text-muted">{t('empty')}</p>;
  return <ClassLeaderboardTable rows={rows} by={by} caption={`${t('title')}, ${t(`rankings.${by}`)}`} />;
}
