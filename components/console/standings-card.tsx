import { useFormatter, useTranslations } from 'next-intl';
import { Card } from '#components/pages/card.tsx';
import type { EntrantRow, InstructorView } from '#protocol/contest.ts';
import { PersonName } from './person-name.tsx';
import { useFirst } from './use-first.tsx';

/** Everybody's, by the rounds that are over. */
export function StandingsCard({ view }: { readonly view: InstructorView }) {
  const t = useTranslations('console.standings');
  const title = t(view.phase === 'over' ? 'final' : 'title');
  const ranked = view.entrants.filter(({ rank }) => rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const [shown, more] = useFirst(ranked);
  return (
    <Card title={title}>
      {ranked.length === 0 ? <p className="text-muted">{t('none')}</p> : <Table rows={shown} caption={title} />}
      {more}
    </Card>
  );
}

function Table({ rows, caption }: { readonly rows: readonly EntrantRow[]; readonly caption: string }) {
  const t = useTranslations('console.standings');
  const hasMoved = rows.some(({ moved }) => moved !== null);
  return (
    <div className="-mx-3">
      <table className="w-full border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="text-left text-sm whitespace-nowrap text-muted">
            <th scope="col" className="w-10 px-1.5 py-2 text-right font-medium sm:w-14 sm:px-3">
              {t('rank')}
            </th>
            <th scope="col" className="px-1.5 py-2 font-medium sm:px-3">
              {t('name')}
            </th>
            {(['accuracy', 'points'] as const).map((name) => (
              <th key={name} scope="col" className="px-1.5 py-2 text-right font-medium sm:px-3">
                {t(name)}
              </th>
            ))}
            {hasMoved ? (
              <th scope="col" className="px-3 py-2 text-right font-medium max-sm:hidden">
                {t('moved')}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.number} row={row} hasMoved={hasMoved} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** `hasMoved`: whether anybody has a place to compare with. */
function Row({ row, hasMoved }: { readonly row: EntrantRow; readonly hasMoved: boolean }) {
  const format = useFormatter();
  const cell = 'px-1.5 py-2.5 sm:px-3 text-right tabular-nums sm:last:rounded-r-xl';
  return (
    <tr className="even:bg-stripe">
      <td className={`${cell} rounded-l-xl font-mono text-muted`}>{row.rank}</td>
      <th scope="row" className="px-1.5 py-2.5 text-left sm:px-3 font-normal">
        <PersonName row={row} />
      </th>
      <td className={`${cell} font-semibold`}>
        {row.accuracy === null ? '–' : format.number(row.accuracy, { style: 'percent', maximumFractionDigits: 0 })}
      </td>
      <td className={cell}>{format.number(row.points)}</td>
      {hasMoved ? (
        <td className={`${cell} text-sm max-sm:hidden`}>
          <Moved places={row.moved} />
        </td>
      ) : null}
    </tr>
  );
}

function Moved({ places }: { readonly places: number | null }) {
  const t = useTranslations('console.standings');
  if (places === null) return null;
  const words = places > 0 ? t('up', { places }) : places < 0 ? t('down', { places: -places }) : t('same');
  return (
    <>
      <span aria-hidden="true" className={places > 0 ? 'font-semibold text-good' : places < 0 ? 'font-semibold text-bad' : 'text-muted'}>
        {places > 0 ? `▲ ${places}` : places < 0 ? `▼ ${-places}` : '–'}
      </span>
      <span className="sr-only">{words}</span>
    </>
  );
}
