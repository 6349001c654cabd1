import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '#components/button.tsx';

/** More would be a wall of numbers, on a phone most of all. */
const FIRST = 8;

type ReportTableProps = { readonly caption: string; readonly columns: readonly string[]; readonly rows: readonly ReactNode[] };

/** The first rows, and the others on request. The first column says what a row is about and is the widest. */
export function ReportTable({ caption, columns, rows }: ReportTableProps) {
  const t = useTranslations('reports');
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? rows : rows.slice(0, FIRST);
  return (
    <>
      <table className="w-full border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead className="max-sm:sr-only">
          <tr className="text-left text-sm text-muted">
            {columns.map((column, n) => (
              <th key={column} scope="col" className={`px-2 py-2 font-medium ${n === 0 ? 'w-1/2' : ''}`}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:flex max-sm:flex-col max-sm:gap-3">{shown}</tbody>
      </table>
      {shown.length < rows.length ? (
        <Button look="quiet" className="self-start" onClick={() => setWhole(true)}>
          {t('more', { count: rows.length - shown.length })}
        </Button>
      ) : null}
    </>
  );
}

type ReportRowProps = {
  readonly head: ReactNode;
  readonly children: ReactNode;
};

/** Narrow pages stack the cells of a row. */
export function ReportRow({ head, children }: ReportRowProps) {
  return (
    <tr className="even:bg-stripe max-sm:grid max-sm:grid-cols-[1fr_auto] max-sm:items-center max-sm:rounded-xl max-sm:px-2 max-sm:py-1 max-sm:*:last:text-right max-sm:[&>:nth-child(-n+2)]:col-span-2">
      <th scope="row" className="rounded-l-xl px-2 py-2 text-left font-medium wrap-anywhere">
        {head}
      </th>
      {children}
    </tr>
  );
}

export function ReportCell({ children }: { readonly children: ReactNode }) {
  return <td className="px-2 py-2 last:rounded-r-xl">{children}</td>;
}
