import { useFormatter, useTranslations } from 'next-intl';
import type { ClassLeaderboardRow } from '#protocol/reports.ts';
import { PersonName } from './person-name.tsx';

const NUMBERS = ['accuracy', 'points', 'time', 'moves', 'matches'] as const;
type Number = (typeof NUMBERS)[number];
/** What a narrow page leaves out. */
const WIDE = { accuracy: '', points: '', time: 'max-md:hidden', moves: 'max-md:hidden', matches: 'max-md:hidden' } as const;

type ClassLeaderboardTableProps = {
  readonly rows: readonly ClassLeaderboardRow[];
  /** What the rows are ordered by. */
  readonly by: 'accuracy' | 'points';
  readonly caption: string;
};

export function ClassLeaderboardTable({ rows, by, caption }: ClassLeaderboardTableProps) {
  const t = useTranslations('reports.leaderboard');
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="text-left text-sm whitespace-nowrap text-muted">
          <th scope="col" className="px-2 py-2 text-right font-medium sm:px-4">
            {t('rank')}
          </th>
          <th scope="col" className="px-2 py-2 font-medium sm:px-4">
            {t('student')}
          </th>
          {NUMBERS.map((name) => (
            <th
              key={name}
              scope="col"
              aria-sort={name === by ? 'descending' : undefined}
              className={`px-2 py-2 text-right font-medium sm:px-4 ${name === by ? 'text-ink' : ''} ${WIDE[name]}`}
            >
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two students may share a rank and a name, and rows keep no state.
          <Row key={index} row={row} by={by} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, by }: { readonly row: ClassLeaderboardRow; readonly by: Number }) {
  const t = useTranslations('reports.leaderboard');
  const format = useFormatter();
  const words = {
    accuracy: format.number(row.accuracy, { style: 'percent', maximumFractionDigits: 0 }),
    points: format.number(row.points),
    time: row.meanMilliseconds === null ? '–' : t('seconds', { seconds: row.meanMilliseconds / 1_000 }),
    moves: format.number(row.moves),
    matches: format.number(row.matches),
  };
  return (
    <tr className="even:bg-stripe [&>:last-child]:rounded-r-xl">
      <td className="rounded-l-xl px-2 py-3 text-right font-mono text-muted sm:px-4">{row.rank}</td>
      <th scope="row" className="px-2 py-3 text-left font-semibold wrap-anywhere sm:px-4">
        <PersonName name={row.name} realName={row.realName} />
      </th>
      {NUMBERS.map((name) => (
        <td key={name} className={`px-2 py-3 text-right tabular-nums sm:px-4 ${name === by ? 'font-semibold' : ''} ${WIDE[name]}`}>
          {words[name]}
        </td>
      ))}
    </tr>
  );
}
