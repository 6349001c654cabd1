import { useFormatter, useTranslations } from 'next-intl';
import type { LeaderboardRow } from '#protocol/api.ts';

const NUMBERS = ['accuracy', 'points', 'moves', 'matches'] as const;
/** What a narrow page leaves out. */
const WIDE = { accuracy: '', points: '', moves: 'max-sm:hidden', matches: 'max-sm:hidden' } as const;

export function LeaderboardTable({ rows, caption }: { readonly rows: readonly LeaderboardRow[]; readonly caption: string }) {
  const t = useTranslations('leaderboard');
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="text-left text-sm whitespace-nowrap text-muted">
          <th scope="col" className="px-2 py-2 text-right font-medium sm:px-4">
            {t('rank')}
          </th>
          <th scope="col" className="px-2 py-2 font-medium sm:px-4">
            {t('player')}
          </th>
          {NUMBERS.map((name) => (
            <th key={name} scope="col" className={`px-2 py-2 text-right font-medium sm:px-4 ${WIDE[name]}`}>
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two players may share a rank and a name, and rows keep no state.
          <Row key={index} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { readonly row: LeaderboardRow }) {
  const t = useTranslations('leaderboard');
  const format = useFormatter();
  const words = {
    accuracy: format.number(row.accuracy, { style: 'percent', maximumFractionDigits: 0 }),
    points: format.number(row.points),
    moves: format.number(row.moves),
    matches: format.number(row.matches),
  };
  return (
    <tr aria-current={row.isMe || undefined} className="even:bg-stripe [&>:last-child]:rounded-r-xl aria-current:bg-amber-soft">
      <td className="rounded-l-xl px-2 py-3 text-right font-mono text-muted sm:px-4">{row.rank}</td>
      <th scope="row" className="px-2 py-3 text-left font-semibold wrap-anywhere sm:px-4">
        {row.name} {row.isMe ? <span className="font-normal text-muted">{t('you')}</span> : null}
      </th>
      {NUMBERS.map((name) => (
        <td
          key={name}
          className={`px-2 py-3 text-right font-semibold tabular-nums sm:px-4 ${name === 'accuracy' ? '' : 'font-normal'} ${WIDE[name]}`}
        >
          {words[name]}
        </td>
      ))}
    </tr>
  );
}
