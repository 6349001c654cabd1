import { useFormatter, useTranslations } from 'next-intl';
import type { EntrantRow, InstructorView, PairRow } from '#protocol/contest.ts';
import { matchAddress } from './addresses.ts';
import { Chip } from './chip.tsx';
import { clockText } from '#components/projector/clock-text.ts';
import { NewTabLink } from './new-tab-link.tsx';
import { type PairState, tableOf } from './pair-order.ts';
import { PersonName } from './person-name.tsx';
import { TurnForWall } from './turn-for-wall.tsx';

type PairItemProps = {
  readonly pair: PairRow;
  readonly state: PairState;
  readonly rows: ReadonlyMap<number, EntrantRow>;
  readonly standsIn: boolean;
  readonly shown: InstructorView['shown'];
  /** By the host's clock. */
  readonly now: number;
};

export const PAIR_COLUMNS =
  'grid grid-cols-[1.5rem_minmax(0,1fr)] items-center gap-x-3 gap-y-2 lg:grid-cols-[2.5rem_minmax(0,1fr)_7rem_12rem_6.5rem]';
const GROUNDS = { stuck: 'bad', offline: 'amber', playing: 'plain', done: 'good' } as const;
const SIDES = [0, 1] as const;

export function PairItem(props: PairItemProps) {
  const { pair } = props;
  const t = useTranslations('console.pairs');
  return (
    <li className={`rounded-xl px-2 py-2 even:bg-stripe ${PAIR_COLUMNS}`}>
      <span className="text-right font-mono text-muted max-lg:self-start">
        <span className="sr-only">{t('table')} </span>
        {tableOf(pair)}
      </span>
      <div className="flex min-w-0 flex-col">
        {SIDES.map((side) => (
          <Player key={side} side={side} {...props} />
        ))}
      </div>
      <div className="col-start-2 flex flex-wrap items-center gap-x-3 gap-y-2 lg:contents">
        <Progress pair={pair} />
        <div className="min-w-0 max-lg:flex-auto">
          <Chip ground={GROUNDS[props.state]}>
            <StateText {...props} />
          </Chip>
        </div>
        <div className="flex flex-wrap justify-center gap-x-3">
          <NewTabLink
            href={matchAddress(pair.matchId, pair.isOver)}
            label={t(pair.isOver ? 'replayTable' : 'watchTable', { table: tableOf(pair) })}
            className="justify-center"
          >
            {t(pair.isOver ? 'replay' : 'watch')}
          </NewTabLink>
          <TurnForWall pair={pair} shown={props.shown} />
        </div>
      </div>
    </li>
  );
}

function Player({ pair, rows, standsIn, side }: PairItemProps & { readonly side: 0 | 1 }) {
  const t = useTranslations('console.pairs');
  const format = useFormatter();
  const number = pair.entrants[side];
  const accuracy = pair.accuracy[side];
  return (
    <span className="flex min-w-0 items-baseline gap-2">
      <span className="min-w-0 flex-1">
        <PersonName row={number === null ? undefined : rows.get(number)} fallback={t(standsIn ? 'me' : 'house')} />
      </span>
      <span className="w-12 text-right font-semibold tabular-nums">
        <span className="sr-only">{t('points')} </span>
        {format.number(pair.points[side])}
      </span>
      <span className="w-16 text-right text-sm text-muted tabular-nums">
        <span className="sr-only">{t('accuracy')} </span>
        {accuracy === null ? '–' : format.number(accuracy, { style: 'percent', maximumFractionDigits: 0 })}
      </span>
    </span>
  );
}

/** Nothing where the match is over, or only about to begin. */
function Progress({ pair: { turn, turns, isOver } }: Pick<PairItemProps, 'pair'>) {
  const t = useTranslations('console.pairs');
  if (isOver || turns === 0) return <span className="max-lg:hidden" />;
  return (
    <div className="max-lg:w-16">
      <p aria-hidden="true" className="text-right text-sm tabular-nums">
        <b>{turn}</b>/{turns}
      </p>
      <p className="sr-only">{t('turnOf', { turn, turns })}</p>
      <div aria-hidden="true" className="mt-1 h-1.5 overflow-hidden rounded-full bg-sunken">
        <div className="h-full rounded-full bg-client" style={{ width: `${(100 * (turn - 1)) / turns}%` }} />
      </div>
    </div>
  );
}

function StateText({ pair, state, rows, now }: PairItemProps) {
  const t = useTranslations('console.pairs.states');
  const format = useFormatter();
  switch (state) {
    case 'stuck':
      return t('stuck', { time: clockText(now - (pair.turnSince ?? now)) });
    case 'offline':
      return t('offline', { names: format.list(awayNames(pair, rows)) });
    case 'playing':
      return t(pair.turnSince === null ? 'reading' : 'playing');
    case 'done':
      return t('done');
    default:
      return state satisfies never;
  }
}

function awayNames({ entrants, isAway }: PairRow, rows: PairItemProps['rows']): string[] {
  return entrants.flatMap((number, side) => (isAway[side] && number !== null ? [rows.get(number)?.name ?? ''] : []));
}
