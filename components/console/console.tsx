'use client';
import { useTranslations } from 'next-intl';
import { Card } from '#components/pages/card.tsx';
import { AfterCard } from './after-card.tsx';
import { ConsoleHead } from './console-head.tsx';
import { ConsoleNotices } from './console-notices.tsx';
import type { ConsoleProps } from './console-props.ts';
import { DisputesCard } from './disputes-card.tsx';
import { ExportsCard } from './exports-card.tsx';
import { Folded } from './folded.tsx';
import { HardCard } from './hard-card.tsx';
import { HardestCard } from './hardest-card.tsx';
import { Join } from './join-card.tsx';
import { NextRound } from './next-round.tsx';
import { FoldedPairs, PairsCard } from './pairs-card.tsx';
import { FoldedPeople, PeopleCard } from './people-card.tsx';
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
/** On a phone, what is to be done is not below hundreds of pairs. */
const FIRST = 'max-lg:-order-1';
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
      <div className={SIDE}>
        {props.view.isRehearsal ? null : (
          <div className={FIRST}>
            <Card title={t('title')}>
              <Join {...props} />
            </Card>
          </div>
        )}
        <PeopleCard view={props.view} />
      </div>
      <div className={FIRST}>
        <NextRound {...props} />
      </div>
    </div>
  );
}

function Round(props: ConsoleProps) {
  const { view, hostNow } = props;
  return (
    <div className={COLUMNS}>
      <div className={SIDE}>
        <PairsCard view={view} hostNow={hostNow} />
        <FoldedPeople view={view} />
      </div>
      <div className={SIDE}>
        <div className={FIRST}>
          <RoundCard view={view} />
        </div>
        <Beside {...props} />
      </div>
    </div>
  );
}

/** What stands beside a round, and between two. */
function Beside(props: ConsoleProps) {
  const { view, ruleName } = props;
  return (
    <>
      <div className={view.disputes.some(({ state }) => state === 'open') ? FIRST : ''}>
        <DisputesCard view={view} />
      </div>
      <HardCard hard={view.hard} ruleName={ruleName} />
      <Latecomers {...props} />
    </>
  );
}

function Between(props: ConsoleProps) {
  const { view } = props;
  return (
    <div className={COLUMNS}>
      <div className={SIDE}>
        {view.hardest ? <HardestCard hardest={view.hardest} shown={view.shown} /> : null}
        <StandingsCard view={view} />
        <FoldedPairs view={view} hostNow={props.hostNow} />
        <FoldedPeople view={view} />
      </div>
      <div className={SIDE}>
        <div className={FIRST}>
          <NextRound {...props} />
        </div>
        <Beside {...props} />
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
        <AfterCard view={view} />
        <DisputesCard view={view} />
        <HardCard hard={view.hard} ruleName={ruleName} />
      </div>
    </div>
  );
}

/** Nobody joins a rehearsal. */
function Latecomers(props: ConsoleProps) {
  const t = useTranslations('console.join');
  if (props.view.isRehearsal) return null;
  return (
    <Folded title={t('later')}>
      <Join {...props} />
    </Folded>
  );
}
