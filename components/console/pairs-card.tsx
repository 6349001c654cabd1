import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Card } from '#components/pages/card.tsx';
import { Select } from '#components/pages/select.tsx';
import { useNow } from '#components/use-now.ts';
import type { InstructorView } from '#protocol/contest.ts';
import { Folded } from './folded.tsx';
import { PAIR_ORDERS, PAIR_STATES, type PairOrder, type PairState, pairStateOf, type RatedPair, sortPairs } from './pair-order.ts';
import { PAIR_COLUMNS, PairItem } from './pair-item.tsx';
import { rowsByNumber } from './people.ts';
import { useFirst } from './use-first.tsx';

type PairsCardProps = { readonly view: InstructorView; readonly hostNow: () => number };
type Filter = PairState | 'all';

/** Every pair of the round, whoever needs the instructor first. */
export function PairsCard(props: PairsCardProps) {
  const t = useTranslations('console.pairs');
  return (
    <Card title={t('title', { count: props.view.pairs.length })}>
      <SortedPairs {...props} />
    </Card>
  );
}

/** Those of the round that is over, for a turn of theirs on the wall. */
export function FoldedPairs(props: PairsCardProps) {
  const t = useTranslations('console.pairs');
  if (props.view.pairs.length === 0) return null;
  return (
    <Folded title={t('played', { count: props.view.pairs.length })}>
      <SortedPairs {...props} />
    </Folded>
  );
}

function SortedPairs({ view, hostNow }: PairsCardProps) {
  const t = useTranslations('console.pairs');
  const now = useNow(hostNow, view.phase === 'round', 1_000);
  const [filter, setFilter] = useState<Filter>('all');
  const [order, setOrder] = useState<PairOrder>('attention');
  const rated = view.pairs.map((pair) => ({ pair, state: pairStateOf(pair, view, now) }));
  const shown = sortPairs(
    rated.filter(({ state }) => filter === 'all' || state === filter),
    order,
  );
  return (
    <>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <Filters rated={rated} filter={filter} onChoose={setFilter} />
        <Select
          label={t('sort')}
          options={PAIR_ORDERS.map((value) => ({ value, label: t(`orders.${value}`) }))}
          value={order}
          onChoose={setOrder}
        />
      </div>
      <Pairs view={view} shown={shown} now={now} />
    </>
  );
}

type FiltersProps = { readonly rated: readonly RatedPair[]; readonly filter: Filter; readonly onChoose: (filter: Filter) => void };

function Filters({ rated, filter, onChoose }: FiltersProps) {
  const t = useTranslations('console.pairs');
  const countOf = (one: Filter) => rated.filter(({ state }) => one === 'all' || state === one).length;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-semibold">{t('filter')}</legend>
      <div className="flex flex-wrap gap-2">
        {(['all', ...PAIR_STATES] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === filter}
            onClick={() => onChoose(one)}
            className="min-h-11 rounded-xl border border-line bg-card px-3 text-sm font-medium hover:border-ink aria-pressed:border-client aria-pressed:bg-client-soft aria-pressed:font-semibold"
          >
            {t(`filters.${one}`)} <span className="tabular-nums text-muted">{countOf(one)}</span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** For the eye: each row says them to a screen reader. */
function Headings() {
  const t = useTranslations('console.pairs');
  return (
    <div aria-hidden="true" className={`-mx-2 -mb-3 px-2 text-sm text-muted max-lg:hidden ${PAIR_COLUMNS}`}>
      <span className="text-right">{t('table')}</span>
      <span className="flex gap-2">
        <span className="flex-1">{t('players')}</span>
        <span className="text-right">{t('points')}</span>
        <span className="w-16 text-right">{t('accuracy')}</span>
      </span>
      <span className="text-right">{t('turn')}</span>
      <span>{t('state')}</span>
    </div>
  );
}

type PairsProps = { readonly view: InstructorView; readonly shown: readonly RatedPair[]; readonly now: number };

function Pairs({ view, shown, now }: PairsProps) {
  const t = useTranslations('console.pairs');
  const rows = rowsByNumber(view.entrants);
  const [listed, more] = useFirst(shown);
  if (shown.length === 0) return <p className="text-muted">{t('none')}</p>;
  return (
    <>
      <Headings />
      <ul className="-mx-2 flex flex-col">
        {listed.map(({ pair, state }) => (
          <PairItem key={pair.matchId} pair={pair} state={state} rows={rows} standsIn={view.standsIn} shown={view.shown} now={now} />
        ))}
      </ul>
      {more}
    </>
  );
}
