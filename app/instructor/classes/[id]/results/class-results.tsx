'use client';

import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { Trouble } from '#components/pages/trouble.tsx';
import { ClassResultsTable } from '#components/reports/class-results-table.tsx';
import type { ClassResultsAnswer, ResultColumn } from '#protocol/reports.ts';
import { readAsInstructor } from '../../../../instructor-session.ts';
import { useRead } from '../../../../read.ts';

/** Sessions and homework beside each other, for the whole roster. */
export function ClassResults({ classId }: { readonly classId: string }) {
  const t = useTranslations('reports.results');
  const [reply] = useRead<ClassResultsAnswer>(`classes/${encodeURIComponent(classId)}/results`, readAsInstructor);
  const isEmpty = reply?.ok && (reply.data.columns.length === 0 || reply.data.students.length === 0);
  const hrefOf = ({ kind, id }: ResultColumn) =>
    kind === 'session' ? `/instructor/sessions/${id}` : `/instructor/classes/${classId}/homework/${id}`;
  return (
    <>
      <ButtonLink look="quiet" href={`/instructor/classes/${classId}`} className="w-auto! self-start">
        {t('back')}
      </ButtonLink>
      {reply ? null : <p className="text-muted">{t('loading')}</p>}
      <Trouble trouble={reply && !reply.ok ? reply.trouble : null} />
      {isEmpty ? <p className="text-muted">{t('empty')}</p> : null}
      {reply?.ok && !isEmpty ? <ClassResultsTable {...reply.data} hrefOf={hrefOf} /> : null}
    </>
  );
}
