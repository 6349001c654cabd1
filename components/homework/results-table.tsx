import { useLocale, useTranslations } from 'next-intl';
import { PersonName } from '#components/reports/person-name.tsx';
import { ReportCell, ReportRow, ReportTable } from '#components/reports/report-table.tsx';
import { Share } from '#components/reports/share.tsx';
import type { HomeworkResult } from '#protocol/homework.ts';
import { StateBadge } from './state-badge.tsx';

type ResultsTableProps = { readonly results: readonly HomeworkResult[]; readonly tasks: number };

/** The whole roster: who has not begun is a result too. */
export function ResultsTable({ results, tasks }: ResultsTableProps) {
  const t = useTranslations('class-homework.page');
  const order = new Intl.Collator(useLocale(), { numeric: true });
  const byName = [...results].sort((a, b) => order.compare(a.name, b.name) || order.compare(a.number ?? '', b.number ?? ''));
  return (
    <ReportTable
      caption={t('resultsTitle')}
      columns={[t('student'), t('state'), t('right'), t('points'), t('tasks')]}
      rows={byName.map((result) => <Row key={result.studentId} result={result} tasks={tasks} />)}
    />
  );
}

function Row({ result, tasks }: { readonly result: HomeworkResult; readonly tasks: number }) {
  const t = useTranslations('class-homework.page');
  const { name, number, moves, rightMoves, points, tasksDone, tries } = result;
  return (
    <ReportRow head={<PersonName name={number ?? ''} realName={name} />}>
      <ReportCell>
        <StateBadge {...result} />
      </ReportCell>
      <ReportCell>{moves > 0 ? <Share asked={moves} right={rightMoves} /> : <span className="text-muted">–</span>}</ReportCell>
      <ReportCell>
        <span className="whitespace-nowrap tabular-nums">{moves > 0 ? t('pointsOf', { points }) : '–'}</span>
      </ReportCell>
      <ReportCell>
        <span className="block text-sm whitespace-nowrap">{t('tasksDone', { done: tasksDone, of: tasks })}</span>
        <span className="block text-sm whitespace-nowrap text-muted">{t('triesOf', { count: tries })}</span>
      </ReportCell>
    </ReportRow>
  );
}
