import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Card } from '#components/pages/card.tsx';
import { ActButton, useActing } from './act.tsx';
import type { ConsoleProps } from './console-props.ts';
import { playersOf } from './people.ts';

type NextRoundProps = Pick<ConsoleProps, 'view' | 'scenarioName'>;

/** What the next round will be, and the button that begins it. */
export function NextRound({ view, scenarioName }: NextRoundProps) {
  const t = useTranslations('console.start');
  const round = view.round + 1;
  if (round > view.rounds) return <LastRound />;
  const scenario = view.settings.rounds[round - 1] ?? null;
  const players = playersOf(view);
  const here = players.filter(({ isHere, isBot }) => isHere || isBot).length;
  return (
    <Card title={t('title', { round, rounds: view.rounds })}>
      <p className="text-sm text-muted">{t('scenario', { scenario: scenario ? scenarioName(scenario) : t('drawn') })}</p>
      <Seats count={here} away={players.length - here} standsIn={view.standsIn} />
      <StandIn isOn={view.standsIn} />
      <ActButton look="main" deed={{ do: 'start-round', round }} isOff={players.length === 0}>
        {t('first', { round })}
      </ActButton>
      <EndSession />
    </Card>
  );
}

function LastRound() {
  const t = useTranslations('console.start');
  return (
    <Card title={t('last')}>
      <EndSession isNext />
    </Card>
  );
}

/** `count`: of those who are here. */
type SeatsProps = { readonly count: number; readonly away: number; readonly standsIn: boolean };

/** How many pairs it will be, and what becomes of the odd one out. */
function Seats({ count, away, standsIn }: SeatsProps) {
  const t = useTranslations('console.start');
  const isOdd = count % 2 === 1;
  const rest = count === 0 ? t('none') : isOdd ? t('odd', { who: standsIn ? 'me' : 'bot' }) : t('even');
  return (
    <div role="status">
      <p className="text-3xl font-bold tabular-nums">{t('pairs', { pairs: Math.floor(count / 2) })}</p>
      <p>{rest}</p>
      {away > 0 ? <p className="font-medium text-amber">{t('away', { count: away })}</p> : null}
    </div>
  );
}

/** Shown as it is wanted, also before the next view says so. */
function StandIn({ isOn }: { readonly isOn: boolean }) {
  const t = useTranslations('console.start');
  const { act, isBusy } = useActing();
  const [wanted, setWanted] = useState<boolean | null>(null);
  const isChecked = wanted ?? isOn;
  if (wanted === isOn) setWanted(null);
  const change = async () => {
    if (isBusy) return;
    setWanted(!isChecked);
    if (!(await act({ do: 'stand-in', on: !isChecked }))) setWanted(null);
  };
  return (
    <label className="flex min-h-11 cursor-pointer items-start gap-3">
      <input type="checkbox" checked={isChecked} aria-disabled={isBusy} onChange={change} className="mt-1 size-4 shrink-0 accent-client" />
      <span>
        <span className="block font-medium">{t('standIn')}</span>
        <span className="block text-sm text-muted">{t('standInNote')}</span>
      </span>
    </label>
  );
}

/** `isNext`: nothing else is left to do. */
export function EndSession({ isNext = false }: { readonly isNext?: boolean }) {
  const t = useTranslations('console.end');
  const ask = { title: t('ask.title'), text: t('ask.text'), yes: t('ask.yes') };
  return (
    <ActButton look={isNext ? 'main' : 'quiet'} deed={{ do: 'end' }} ask={ask} className={isNext ? '' : 'self-start'}>
      {t('button')}
    </ActButton>
  );
}
