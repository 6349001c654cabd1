import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Card } from '#components/pages/card.tsx';
import type { EntrantRow, InstructorView } from '#protocol/contest.ts';
import { Folded } from './folded.tsx';
import { isNamedLike, playersOf } from './people.ts';
import { PersonDialog } from './person-dialog.tsx';
import { PersonName } from './person-name.tsx';

/** From how many names on one searches rather than looks. */
const MANY = 12;

/** Who is here. A name opens what can be done about it. */
export function PeopleCard({ view }: { readonly view: InstructorView }) {
  const t = useTranslations('console.people');
  const players = playersOf(view);
  return (
    <Card title={t('title', { count: players.length })} text={hereText(players, t) ?? t('none')}>
      <Names view={view} />
    </Card>
  );
}

/** The same, folded: while a round is played there is more to be seen. */
export function FoldedPeople({ view }: { readonly view: InstructorView }) {
  const t = useTranslations('console.people');
  const players = playersOf(view);
  return (
    <Folded title={[t('title', { count: players.length }), hereText(players, t)].filter(Boolean).join(' · ')}>
      <Names view={view} />
    </Folded>
  );
}

function Names({ view }: { readonly view: InstructorView }) {
  const [chosen, setChosen] = useState<number | null>(null);
  const row = view.entrants.find(({ number }) => number === chosen);
  return (
    <>
      <People rows={view.entrants} onChoose={setChosen} />
      {row ? <PersonDialog key={row.number} row={row} isOver={view.phase === 'over'} onClose={() => setChosen(null)} /> : null}
    </>
  );
}

function hereText(players: readonly EntrantRow[], t: ReturnType<typeof useTranslations<'console.people'>>): string | undefined {
  return players.length === 0 ? undefined : t('here', { here: players.filter(({ isHere }) => isHere).length });
}

type PeopleProps = { readonly rows: readonly EntrantRow[]; readonly onChoose: (entrant: number) => void };

function People({ rows, onChoose }: PeopleProps) {
  const t = useTranslations('console.people');
  const [wanted, setWanted] = useState('');
  const found = rows.filter((row) => isNamedLike(row, wanted));
  return (
    <>
      {rows.length > MANY ? (
        <label className="flex flex-col gap-1 text-sm font-semibold">
          {t('search')}
          <input
            type="search"
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
            className="min-h-11 w-full max-w-80 rounded-xl border border-line-strong bg-card px-3 text-base font-normal"
          />
        </label>
      ) : null}
      {rows.length > 0 && found.length === 0 ? <p className="text-muted">{t('noMatch')}</p> : null}
      <ul className="grid max-h-[32rem] grid-cols-[repeat(auto-fill,minmax(min(11rem,100%),1fr))] gap-2 overflow-y-auto">
        {found.map((row) => (
          <li key={row.number}>
            <PersonButton row={row} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </>
  );
}

function PersonButton({ row, onChoose }: { readonly row: EntrantRow } & Pick<PeopleProps, 'onChoose'>) {
  const t = useTranslations('console');
  const isOut = row.state !== 'in';
  const mark = isOut
    ? t(`people.${row.state === 'asking' ? 'asking' : 'removed'}`)
    : row.isBot
      ? t('bot')
      : row.isHere
        ? null
        : t('people.offline');
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={() => onChoose(row.number)}
      className="flex min-h-11 w-full items-center gap-2 rounded-xl border border-line bg-card px-3 py-1.5 text-left hover:border-ink"
    >
      <span aria-hidden="true" className={`size-2.5 shrink-0 rounded-full ${dotOf(row)}`} />
      <span className={`min-w-0 ${isOut ? 'line-through decoration-muted' : ''}`}>
        <PersonName row={row} />
      </span>
      {mark ? <span className="ml-auto shrink-0 text-xs font-semibold text-muted">{mark}</span> : null}
    </button>
  );
}

function dotOf({ state, isHere }: EntrantRow): string {
  if (state === 'asking') return 'bg-amber';
  return state === 'in' && isHere ? 'bg-good' : 'border-2 border-line-strong';
}
