import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { STRONG_TAG } from '#components/code.tsx';
import { ButtonLink } from '#components/pages/button-link.tsx';
import type { StudentView } from '#protocol/contest.ts';
import { Standing } from './standing.tsx';
import { type RoomSituation, roomSituationOf } from './situation.ts';

type RoomProps = {
  readonly view: StudentView;
  /** How the match of the round went, where it is over. */
  readonly result?: ReactNode;
};

/** What a student of a session sees between matches: where they stand, and what comes next. It asks for nothing. */
export function Room({ view, result }: RoomProps) {
  const t = useTranslations('session');
  const situation = roomSituationOf(view);
  return (
    <main className="mx-auto flex w-full max-w-xl flex-1 flex-col gap-5 px-4 py-6 sm:py-10">
      <p className="text-muted">
        <span className="block font-semibold wrap-anywhere text-ink">{view.title}</span>
        <span className="wrap-anywhere">{t.rich('youAre', { name: view.me.name, ...STRONG_TAG })}</span>
      </p>
      <section className="card flex flex-col gap-4 p-5" aria-labelledby="room-title">
        {view.phase === 'round' || view.phase === 'between' ? <RoundOf view={view} /> : null}
        <h1 id="room-title" className="text-2xl font-bold tracking-tight text-balance sm:text-3xl">
          <Title view={view} situation={situation} />
        </h1>
        <div role="status" className="flex flex-col gap-4">
          <Words view={view} situation={situation} />
        </div>
        {situation === 'done' ? result : null}
        <Ways view={view} situation={situation} />
      </section>
      {situation === 'between' || situation === 'over' || situation === 'late' ? <Standing view={view} /> : null}
    </main>
  );
}

type PartProps = { readonly view: StudentView; readonly situation: RoomSituation };

function RoundOf({ view: { round, rounds } }: Pick<RoomProps, 'view'>) {
  const t = useTranslations('session');
  return <p className="text-sm font-semibold text-muted">{t('roundOf', { round, rounds })}</p>;
}

function Title({ view: { round, isPaused }, situation }: PartProps) {
  const t = useTranslations('session');
  if (isPaused && situation === 'play') return t('pausedTitle');
  return t(`${situation}Title`, { round });
}

function Words({ view, situation }: PartProps) {
  const t = useTranslations('session');
  if (situation === 'over') return <p>{t(view.me.rank === null ? 'overNone' : 'overText')}</p>;
  const isLast = situation === 'between' && view.round === view.rounds;
  return (
    <>
      {view.isPaused ? <p className="rounded-xl bg-amber-soft p-3 font-semibold text-amber">{t('pausedText')}</p> : null}
      <p>{isLast ? t('lastText') : t(`${situation}Text`, { round: view.round, next: view.round + 1 })}</p>
      {situation === 'lobby' || situation === 'asking' ? <Waits /> : null}
    </>
  );
}

function Waits() {
  return (
    <span aria-hidden="true" className="flex gap-2">
      <span className="size-3 animate-bounce rounded-full bg-client" />
      <span className="size-3 animate-bounce rounded-full bg-server [animation-delay:150ms]" />
    </span>
  );
}

/** The one thing that can be done meanwhile. */
function Ways({ view: { match }, situation }: PartProps) {
  const t = useTranslations('session');
  if (situation === 'removed')
    return (
      <ButtonLink look="quiet" href="/join" className="self-start">
        {t('removedAgain')}
      </ButtonLink>
    );
  if (match === null || situation === 'asking' || situation === 'lobby') return null;
  return situation === 'play' ? (
    <ButtonLink look="main" href={`/match/${match.matchId}`}>
      {t('play')}
    </ButtonLink>
  ) : (
    <ButtonLink look="quiet" href={`/replay/${match.matchId}`}>
      {t('replay')}
    </ButtonLink>
  );
}
