'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Downloads } from '#components/downloads.tsx';
import { Ladder } from '#components/ladder/ladder.tsx';
import { momentsOf } from '#components/ladder/moments.ts';
import { EventCard } from '#components/match/event-card.tsx';
import { namesByRole, otherSide, turnsOfLeg } from '#components/match/situation.ts';
import styles from './full-height.module.css';
import { PANEL } from './panel.ts';
import type { ReplayProps } from './duel-props.ts';
import { StepControls } from '#components/replay/step-controls.tsx';
import { SideVerdict } from '#components/verdict/side-verdict.tsx';
import { sideOf, type View } from '#game/match/view.ts';
import type { Side } from '#game/match/vocabulary.ts';

/** A finished match, turn by turn, by buttons and by keys. */
export function Replay({ view, ruleText, edges, scenarioName, captureHref, firstTurn }: ReplayProps) {
  const t = useTranslations('duel.replay');
  const turns = view.turns.filter(({ closed }) => closed);
  const [step, setStep] = useState(() => stepOf(turns, firstTurn));
  const turn = turns[step];
  if (!turn) return <p className="p-6 text-muted">{t('empty')}</p>;
  const shown = { ...view, turns: turns.slice(0, step + 1) };
  const first = view.viewer === 'spectator' ? 0 : view.viewer;
  return (
    <main
      className={`mx-auto grid min-h-0 w-full max-w-[90rem] flex-1 grid-cols-[minmax(0,1fr)] content-start lg:grid-cols-[minmax(0,1fr)_27.25rem] lg:grid-rows-[minmax(0,1fr)_auto] lg:content-stretch lg:gap-5 lg:p-5 ${styles.fullHeight}`}
    >
      <h1 className="sr-only">{t('title', { scenario: scenarioName ?? '' })}</h1>
      <div
        className={`sticky top-0 z-20 flex h-[38dvh] min-h-52 flex-col border-b border-line lg:static lg:h-auto lg:min-h-0 lg:overflow-hidden ${PANEL}`}
      >
        <Ladder moments={momentsOf(turnsOfLeg(shown, turn.leg))} names={namesByRole(view, turn.leg)} hideStates={false} />
      </div>
      <section aria-labelledby="replay-verdicts" className={`min-h-0 space-y-4 p-4 lg:overflow-y-auto lg:p-5 ${PANEL}`}>
        <h2 id="replay-verdicts" className="sr-only">
          {t('verdicts')}
        </h2>
        {turn.asks.map((ask) => (
          <EventCard key={ask.at} ask={ask} name={nameOf(view, sideOf(ask.at, turn.leg))} state={turn.ends[ask.at]?.state ?? null} />
        ))}
        {[first, otherSide(first)].map((side) => (
          <SideVerdict key={side} view={shown} turn={turn} side={side} edges={edges} ruleText={ruleText} />
        ))}
        <div className="border-t border-line pt-4">
          <Downloads view={view} scenarioName={scenarioName} captureHref={captureHref} />
        </div>
      </section>
      <StepControls view={view} turn={turn} step={step} count={turns.length} onStep={setStep} />
    </main>
  );
}

/** Zero where there is no such turn. */
function stepOf(turns: View['turns'], wanted: number | undefined): number {
  return Math.max(
    0,
    turns.findIndex(({ turn }) => turn === wanted),
  );
}

/** Null for one's own end. */
function nameOf(view: View, side: Side): string | null {
  return side === view.viewer ? null : view.parties[side].name;
}
