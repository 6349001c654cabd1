'use client';
import { useTranslations } from 'next-intl';
import { Card } from '#components/pages/card.tsx';
import { ConsoleHead } from './console-head.tsx';
import { ConsoleNotices } from './console-notices.tsx';
import type { ConsoleProps } from './console-props.ts';
import { DisputesCard } from './disputes-card.tsx';
import { ExportsCard } from './exports-card.tsx';
import { HardCard } from './hard-card.tsx';
import { HardestCard } from './hardest-card.tsx';
import { Join } from './join-card.tsx';
import { NextRound } from './next-round.tsx';
import { PairsCard } from './pairs-card.tsx';
import { PeopleCard } from './people-card.tsx';
import { RoundCard } from './round-card.tsx';
import { StandingsCard } from './standings-card.tsx';

/** A class session as its instructor runs it: what is to be done now beside what is to be seen now. */
export function Console(props: ConsoleProps) {
  const { view } = props;
  return (
    <main className="mx-auto flex w-full max-w-[90rem] flex-1 flex-col gap-5 px-4 py-6 sm:px-6">
      <ConsoleHead {...props} />
      <ConsoleNotices view={view} />
      <Phase {...props} />
    </main>
  );
}

const COLUMNS = 'grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_23rem]';
const SIDE = 'flex min-w-0 flex-col gap-5 max-lg:contents';

function Phase(props: ConsoleProps) {
  const { view } = props;
  switch (view.phase) {
    case 'lobby':
      return <Lobby {...props} />;
    case 'round':
      return <Round {...props} />;
    case 'between':
      return <Between {...props} />;
    case 'over':
      return <Over {...props} />;
    default:
      return view.phase satisfies never;
  }
}

function Lobby(props: ConsoleProps) {
  const t = useTranslations('console.join');
  return (
    <div className={COLUMNS}>
      <div className="flex min-w-0 flex-col gap-5">
        <Card title={t('title')}>
          <Join {...props} />
        </Card>
        <PeopleCard view={props.view} />
      </div>
      <div className="flex min-w-0 flex-col gap-5">
        <NextRound {...props} />
      </div>
    </div>
  );
}

function Round(props: ConsoleProps) {
  const { view, hostNow, ruleName } = props;
  return (
    <div className={COLUMNS}>
      <div className={SIDE}>
        <PairsCard view={view} hostNow={hostNow} />
        <PeopleCard view={view} />
      </div>
      <div className={SIDE}>
        <div className="max-lg:-order-1">
          <RoundCard view={view} />
        </div>
        <DisputesCard view={view} />
        <HardCard hard={view.hard} ruleName={ruleName} />
        <Latecomers {...props} />
      </div>
    </div>
  );
}

function Between(props: ConsoleProps) {
  const { view, ruleName } = props;
  return (
    <div className={COLUMNS}>
      <div className={SIDE}>
        {view.hardest ? <HardestCard hardest={view.hardest} shown={view.shown} /> : null}
        <StandingsCard view={view} />
        <PeopleCard view={view} />
      </div>
      <div className={SIDE}>
        <div className="max-lg:-order-1">
          <NextRound {...props} />
        </div>
        <DisputesCard view={view} />
        <HardCard hard={view.hard} ruleName={ruleName} />
        <Latecomers {...props} />
      </div>
    </div>
  );
}

function Over({ view, ruleName }: ConsoleProps) {
  return (
    <div className={COLUMNS}>
      <StandingsCard view={view} />
      <div className="flex min-w-0 flex-col gap-5">
        <ExportsCard contestId={view.contestId} />
        <DisputesCard view={view} />
        <HardCard hard={view.hard} ruleName={ruleName} />
      </div>
    </div>
  );
}

function Latecomers(props: ConsoleProps) {
  const t = useTranslations('console.join');
  return (
    <details className="card p-5">
      <summary className="min-h-7 cursor-pointer font-semibold">{t('later')}</summary>
      <div className="mt-4">
        <Join {...props} />
      </div>
    </details>
  );
}
