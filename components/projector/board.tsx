import { useFormatter, useTranslations } from 'next-intl';
import type { BoardRow, ProjectorView } from '#protocol/contest.ts';
import { nameWidth } from './name-width.ts';

type BoardProps = {
  readonly view: ProjectorView;
  /** Beside something larger. */
  readonly isSmall?: boolean;
};

/** A name that is wider takes two lines, so that it is read whole on a wall of 4:3 too. */
const LONG = 12;

/** The top ten, with the places they have won or lost. Points count; accuracy stands apart. */
export function Board({ view: { board, phase, round }, isSmall = false }: BoardProps) {
  const t = useTranslations('projector');
  const title = phase === 'round' || phase === 'over' ? t('standings') : t('standingsAfter', { round });
  return (
    <section
      className={`card flex min-h-0 flex-1 flex-col px-3 py-3 ${isSmall ? 'text-xl' : 'text-[1.75rem]'}`}
      aria-labelledby="standings"
    >
      <div className={`flex items-baseline justify-between gap-4 px-4 ${isSmall ? 'text-lg' : 'text-xl'}`}>
        <h2 id="standings" className="font-bold">
          {title}
        </h2>
        <p className="text-muted">{t('accuracyAndPoints')}</p>
      </div>
      {board.some(({ points }) => points > 0) ? (
        <ol className="mt-1 grid min-h-0 flex-1 grid-rows-[repeat(10,minmax(0,1fr))]">
          {board.map((row) => (
            <Row key={row.number} row={row} isSmall={isSmall} />
          ))}
        </ol>
      ) : (
        <p className="grid flex-1 place-items-center text-center text-2xl text-muted">{t('noStandings')}</p>
      )}
    </section>
  );
}

function Row({ row, isSmall }: { readonly row: BoardRow; readonly isSmall: boolean }) {
  const format = useFormatter();
  const t = useTranslations('projector');
  const columns = isSmall ? 'grid-cols-[2.5rem_minmax(0,1fr)_3.5rem_4rem_5.5rem]' : 'grid-cols-[3.5rem_minmax(0,1fr)_4.5rem_5.5rem_7rem]';
  return (
    <li
      className={`grid items-center gap-2 rounded-xl px-4 leading-tight ${columns} ${row.rank === 1 ? 'bg-amber-soft' : 'even:bg-stripe'}`}
    >
      <span className="font-mono text-muted">{row.rank}</span>
      <span
        className={`font-semibold ${nameWidth(row.name) > LONG ? 'line-clamp-2 text-[0.8em] leading-tight wrap-anywhere' : 'truncate'}`}
      >
        {row.name}
      </span>
      <Movement moved={row.moved} />
      <span className="text-right text-[0.8em] text-muted tabular-nums">
        <span className="sr-only">{t('accuracy')} </span>
        {row.accuracy === null ? '–' : format.number(row.accuracy, { style: 'percent', maximumFractionDigits: 0 })}
      </span>
      <span className="text-right font-bold tabular-nums">
        {format.number(row.points)} <span className="sr-only">{t('points')}</span>
      </span>
    </li>
  );
}

/** By sign, number and word; the colour only repeats them. */
function Movement({ moved }: Pick<BoardRow, 'moved'>) {
  const t = useTranslations('projector');
  if (moved === null) return <span />;
  const places = Math.abs(moved);
  const [sign, words, look] =
    moved > 0
      ? (['▲', t('up', { places }), 'text-good'] as const)
      : moved < 0
        ? (['▼', t('down', { places }), 'text-bad'] as const)
        : (['–', t('same'), 'text-muted'] as const);
  return (
    <span className={`text-right text-[0.7em] font-semibold whitespace-nowrap tabular-nums ${look}`}>
      <span aria-hidden="true">
        {sign} {places || ''}
      </span>
      <span className="sr-only">{words}</span>
    </span>
  );
}
