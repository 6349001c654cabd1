import { useFormatter, useTranslations } from 'next-intl';
import type { EntrantRow, InstructorView } from '#protocol/contest.ts';
import { ActButton } from './act.tsx';
import { NewTabLink } from './new-tab-link.tsx';
import { tableOf } from './pair-order.ts';
import { latecomersOf, ownPairOf, rowsByNumber } from './people.ts';

/** What wants the instructor's attention: who asks to be let in, who came too late, a seat of one's own, and what is on the wall. */
export function ConsoleNotices({ view }: { readonly view: InstructorView }) {
  const late = latecomersOf(view);
  return (
    <div role="status" className="flex flex-col gap-2 empty:hidden">
      {view.entrants
        .filter(({ state }) => state === 'asking' && view.phase !== 'over')
        .map((row) => (
          <Asking key={row.number} row={row} />
        ))}
      <OwnSeat view={view} />
      {late.length > 0 ? <Late rows={late} /> : null}
      {view.shown && view.phase !== 'over' ? <OnTheWall view={view} shown={view.shown} /> : null}
    </div>
  );
}

const NOTICE = 'flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card border px-4 py-2';

function Asking({ row }: { readonly row: EntrantRow }) {
  const t = useTranslations('console.notice');
  return (
    <div className={`${NOTICE} border-amber-faint bg-amber-soft text-amber`}>
      <p className="min-w-0 flex-1 basis-60 font-medium wrap-anywhere">{t('asking', { name: row.name })}</p>
      <span className="flex flex-wrap gap-2">
        <ActButton look="quiet" deed={{ do: 'let-in', entrant: row.number }} label={`${t('letIn')}: ${row.name}`}>
          {t('letIn')}
        </ActButton>
        <ActButton look="quiet" deed={{ do: 'remove', entrant: row.number }} label={`${t('keepOut')}: ${row.name}`}>
          {t('keepOut')}
        </ActButton>
      </span>
    </div>
  );
}

function OwnSeat({ view }: { readonly view: InstructorView }) {
  const t = useTranslations('console.round');
  const pair = ownPairOf(view);
  if (!pair) return null;
  return (
    <div className={`${NOTICE} border-client-faint bg-client-soft`}>
      <p className="flex-1 basis-60 font-medium">{t('mine', { name: rowsByNumber(view.entrants).get(pair.entrants[0])?.name ?? '' })}</p>
      <NewTabLink href={`/match/${pair.matchId}`}>{t('toSeat')}</NewTabLink>
    </div>
  );
}

const MOST_NAMES = 6;

function Late({ rows }: { readonly rows: readonly EntrantRow[] }) {
  const t = useTranslations('console.notice');
  const format = useFormatter();
  const names = rows.slice(0, MOST_NAMES).map(({ name }) => name);
  const others = rows.length - names.length;
  return (
    <p className={`${NOTICE} border-line bg-card wrap-anywhere`}>
      {t('late', { names: format.list(others > 0 ? [...names, t('others', { count: others })] : names) })}
    </p>
  );
}

function OnTheWall({ view, shown }: { readonly view: InstructorView; readonly shown: NonNullable<InstructorView['shown']> }) {
  const t = useTranslations('console.wall');
  const pair = view.pairs.find(({ matchId }) => matchId === shown.matchId);
  return (
    <div className={`${NOTICE} border-client-faint bg-client-soft`}>
      <p className="flex-1 basis-60 font-medium">{pair ? t('text', { turn: shown.turn + 1, table: tableOf(pair) }) : t('textOther')}</p>
      <ActButton look="quiet" deed={{ do: 'show', turn: null }}>
        {t('off')}
      </ActButton>
    </div>
  );
}
