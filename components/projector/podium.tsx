import { useFormatter, useTranslations } from 'next-intl';
import type { BoardRow } from '#protocol/contest.ts';
import { longestWordWidth } from './name-width.ts';

/** The first in the middle, the second to the left, as podiums are. */
const STEPS = [
  { at: 1, look: 'h-[60%] bg-sunken' },
  { at: 0, look: 'h-[80%] bg-amber-soft' },
  { at: 2, look: 'h-[45%] bg-sunken' },
] as const;

/** A word that is wider would be broken in the middle. */
const LONG = 9;

export function Podium({ rows }: { readonly rows: readonly BoardRow[] }) {
  const t = useTranslations('projector');
  return (
    <section aria-label={t('podium')} className="card flex min-h-0 flex-1 flex-col gap-4 p-6">
      <ol className="grid min-h-0 flex-1 grid-cols-3 items-end gap-4">
        {STEPS.map(({ at, look }) => (
          <Step key={at} row={rows[at]} look={look} />
        ))}
      </ol>
      <p className="text-center text-2xl text-muted">{t('overText')}</p>
    </section>
  );
}

function Step({ row, look }: { readonly row: BoardRow | undefined; readonly look: string }) {
  const t = useTranslations('projector');
  const format = useFormatter();
  if (!row) return <li />;
  return (
    <li className="flex h-full min-w-0 flex-col justify-end gap-3 text-center">
      <p
        className={`line-clamp-2 leading-tight font-bold text-balance wrap-anywhere ${longestWordWidth(row.name) > LONG ? 'text-2xl' : 'text-4xl'}`}
      >
        {row.name}
      </p>
      <div className={`flex flex-col items-center gap-1 rounded-t-2xl pt-5 ${look}`}>
        <span className="font-mono text-7xl leading-none font-bold">{row.rank}</span>
        <span className="text-3xl font-bold tabular-nums">
          {format.number(row.points)} <span className="text-xl font-normal text-muted">{t('points')}</span>
        </span>
        {row.accuracy === null ? null : (
          <span className="text-xl text-muted">
            {t('accuracy')} {format.number(row.accuracy, { style: 'percent', maximumFractionDigits: 0 })}
          </span>
        )}
      </div>
    </li>
  );
}
