import Link from 'next/link';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { StateBadge } from '#components/homework/state-badge.tsx';
import type { ClassResultsAnswer, ResultCell, ResultColumn } from '#protocol/reports.ts';
import { PersonName } from './person-name.tsx';

type ClassResultsTableProps = ClassResultsAnswer & { readonly hrefOf: (column: ResultColumn) => string };

/** A row a student, a column a session or homework. It scrolls in its frame: there may be a term of them. */
export function ClassResultsTable({ columns, students, hrefOf }: ClassResultsTableProps) {
  const t = useTranslations('reports.results');
  const order = new Intl.Collator(useLocale(), { numeric: true });
  const byName = [...students].sort((a, b) => order.compare(a.name, b.name) || order.compare(a.number ?? '', b.number ?? ''));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard (WCAG 2.1.1).
    <section aria-label={t('title')} tabIndex={0} className="card overflow-x-auto p-2 sm:p-4">
      <table className="w-full border-collapse">
        <thead>
          <tr className="text-left align-top text-sm text-muted">
            <th scope="col" className="sticky left-0 bg-card px-2 py-2 font-medium">
              {t('student')}
            </th>
            {columns.map((column) => (
              <th key={column.id} scope="col" className="min-w-32 px-2 py-2 font-medium">
                <ColumnHead column={column} href={hrefOf(column)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byName.map(({ studentId, name, number, cells }) => (
            <tr key={studentId} className="border-t border-line">
              <th scope="row" className="sticky left-0 min-w-28 bg-card px-2 py-3 text-left font-semibold wrap-anywhere">
                <PersonName name={number ?? ''} realName={name} />
              </th>
              {columns.map(({ id, kind }, n) => (
                <td key={id} className="px-2 py-3">
                  <Cell cell={cells[n] ?? null} isHomework={kind === 'homework'} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** By the reader's own calendar: the report is fetched by the browser. */
function ColumnHead({ column: { kind, title, at }, href }: { readonly column: ResultColumn; readonly href: string }) {
  const t = useTranslations('reports.results');
  const format = useFormatter();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const date = format.dateTime(new Date(at), { day: 'numeric', month: 'short', timeZone });
  return (
    <>
      <Link href={href} className="line-clamp-2 text-client underline underline-offset-4 wrap-anywhere">
        {title}
      </Link>
      <span className="block font-normal">{t(kind, { date })}</span>
    </>
  );
}

/** Of homework that is not done in time, that is the result; its share stands beside it. */
function Cell({ cell, isHomework }: { readonly cell: ResultCell | null; readonly isHomework: boolean }) {
  const t = useTranslations('reports.results');
  const format = useFormatter();
  if (!cell) return <span className="text-sm text-muted">{t('absent')}</span>;
  const { state, isLate, moves, rightMoves } = cell;
  const share = moves > 0 ? format.number(rightMoves / moves, { style: 'percent', maximumFractionDigits: 0 }) : null;
  return (
    <span className="flex flex-col items-start gap-1">
      {share === null ? null : <span className="font-semibold tabular-nums">{share}</span>}
      {isHomework && (state !== 'done' || isLate) ? <StateBadge state={state} isLate={isLate} /> : null}
    </span>
  );
}
