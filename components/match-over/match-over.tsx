'use client';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { accuracyOf } from '#game/match/scoring.ts';
import { type ReactNode, useEffect, useRef } from 'react';
import { isSetByInstructor, type View } from '#game/match/view.ts';
import type { Side } from '#game/match/vocabulary.ts';
import { Button, LOOKS } from '#components/button.tsx';
import type { DuelActions } from '#components/duel-props.ts';
import { Downloads } from '#components/downloads.tsx';
import { otherSide } from '#components/match/situation.ts';
import { Avatar } from '#components/players/avatar.tsx';
import { outcomeOf } from './outcome.ts';
import { TurnTable } from './turn-table.tsx';

type MatchOverProps = {
  readonly view: View;
  readonly scenarioName: string | null;
  readonly scenarioStory: string | null;
  readonly replayHref: string;
  readonly captureHref: string;
  /** In the place of a rematch, where the match is one of a row that somebody else set. */
  readonly wayBack?: ReactNode;
  readonly on: Pick<DuelActions, 'rematch' | 'dispute'>;
};

/** The end: who won and why, both scores and accuracies, every turn with what was chosen and what was right. */
export function MatchOver({ view, scenarioName, scenarioStory, replayHref, captureHref, wayBack, on }: MatchOverProps) {
  const t = useTranslations('duel.over');
  const me = view.viewer === 'spectator' ? null : view.viewer;
  const first = me ?? 0;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus({ preventScroll: true });
  }, []);
  return (
    <main className="mx-auto w-full max-w-5xl space-y-5 p-4 sm:p-6">
      <section className="card p-5 sm:p-7" aria-labelledby="over-title">
        <h1 ref={title} id="over-title" tabIndex={-1} className="text-2xl font-bold tracking-tight outline-none sm:text-3xl">
          <Headline view={view} />
        </h1>
        {scenarioName && <p className="mt-1 font-semibold text-muted">{t('scenario', { name: scenarioName })}</p>}
        {scenarioStory && <p className="mt-1 text-muted">{scenarioStory}</p>}
        <div className="mt-5 grid grid-cols-1 gap-3 sm:grid-cols-2">
          {[first, otherSide(first)].map((side) => (
            <ScoreCard key={side} view={view} side={side} />
          ))}
        </div>
        <div className="mt-5 flex flex-wrap gap-3">
          {wayBack ?? (me !== null && <Rematch view={view} me={me} onRematch={on.rematch} />)}
          <Link href={replayHref} className={`${LOOKS.quiet} inline-flex items-center`}>
            {t('replay')}
          </Link>
        </div>
        <div className="mt-5 border-t border-line pt-4 empty:hidden">
          <Downloads view={view} scenarioName={scenarioName} captureHref={captureHref} />
        </div>
      </section>
      <TurnTable view={view} onDispute={me === null ? null : on.dispute} />
    </main>
  );
}

function Headline({ view }: { readonly view: View }) {
  const t = useTranslations('duel.over');
  const outcome = outcomeOf(view);
  return outcome ? t(`outcomes.${outcome.kind}`, { name: outcome.name }) : null;
}

function ScoreCard({ view, side }: { readonly view: View; readonly side: Side }) {
  const t = useTranslations('duel.over');
  const format = useFormatter();
  const score = view.scores[side];
  const accuracy = accuracyOf(score);
  const isWinner = view.ended?.winner === side;
  return (
    <div className={`rounded-xl border p-4 ${isWinner ? 'border-good bg-good-soft' : 'border-line'}`}>
      <p className="flex items-center gap-2 font-semibold">
        <Avatar name={view.parties[side].name} role={side === 0 ? 'client' : 'server'} className="size-7 text-sm" />
        <span className="min-w-0 truncate">{view.parties[side].name}</span>
        {isWinner && <span className="ml-auto text-sm text-good">★ {t('winner')}</span>}
      </p>
      <p className="mt-2 text-3xl font-bold tabular-nums">
        {format.number(score.points)} <span className="text-sm font-normal text-muted">{t('points')}</span>
      </p>
      <dl className="mt-1 flex flex-wrap gap-x-5 text-sm">
        <Fact
          term={t('accuracy')}
          value={accuracy === null ? '–' : format.number(accuracy, { style: 'percent', maximumFractionDigits: 0 })}
        />
        <Fact term={t('moves')} value={t('ofCount', { right: score.rightMoves, count: score.moves })} />
        <Fact term={t('predictions')} value={t('ofCount', { right: score.rightPredictions, count: score.predictions })} />
      </dl>
    </div>
  );
}

function Fact({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <div className="flex gap-1.5">
      <dt className="text-muted">{term}</dt>
      <dd className="font-semibold tabular-nums">{value}</dd>
    </div>
  );
}

function Rematch({ view, me, onRematch }: { readonly view: View; readonly me: Side; readonly onRematch: () => void }) {
  const t = useTranslations('duel.over.rematch');
  const { offeredBy, matchId } = view.rematch;
  const { name } = view.parties[otherSide(me)];
  if (view.settings.kind === 'tutorial' || isSetByInstructor(view.settings)) return null;
  const isMine = offeredBy.includes(me);
  return (
    <div role="status" className="flex flex-wrap items-center gap-3">
      {!isMine && offeredBy.length > 0 && <span className="font-semibold">{t('offered', { name })}</span>}
      <Button look="main" className="w-auto! px-6" aria-disabled={isMine || matchId !== null} onClick={isMine ? undefined : onRematch}>
        {matchId !== null ? t('starting') : t(isMine ? 'waiting' : offeredBy.length > 0 ? 'accept' : 'offer', { name })}
      </Button>
    </div>
  );
}
