'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { STRONG_TAG } from '#components/code.tsx';
import type { RuleText } from '#components/duel-props.ts';
import styles from '#components/full-height.module.css';
import { LadderDownload } from '#components/ladder/download.tsx';
import { Ladder } from '#components/ladder/ladder.tsx';
import { PANEL } from '#components/panel.ts';
import { Steps } from '#components/steps.tsx';
import { playByHand, type Tried, tryItem } from '#game/scenarios/by-hand.ts';
import type { Item, Script } from '#game/scenarios/script.ts';
import { ROLES } from '#game/tcp/vocabulary.ts';
import { EndCard } from './end-card.tsx';
import { LastStep, Refusal } from './last-step.tsx';
import { momentsOfSteps } from './moments.ts';
import { WireCard } from './wire-card.tsx';

type MachineProps = {
  /** All that was done, also what has been stepped back from. */
  readonly script: Script;
  /** How much of it is shown, 0 to its length. */
  readonly at: number;
  readonly refused: Extract<Tried, { ok: false }> | null;
  readonly ruleText: RuleText;
  readonly onDo: (item: Item) => void;
  readonly onStep: (at: number) => void;
  /** What can be made of it: to share, to save, to begin anew. */
  readonly children: ReactNode;
};

/** Two endpoints and a wire: everything happens by one's own hand, a step at a time, forward and back. */
export function Machine({ script, at, refused, ruleText, onDo, onStep, children }: MachineProps) {
  const t = useTranslations('machine');
  const shown = useMemo(() => script.slice(0, at), [script, at]);
  const { steps, play } = useMemo(() => playByHand(shown), [shown]);
  const moments = useMemo(() => momentsOfSteps(steps), [steps]);
  const roles = useTranslations('duel.players.roles');
  const names = { client: roles('client'), server: roles('server') };
  const isPossible = (item: Item) => tryItem(shown, item).ok;
  return (
    <main
      className={`mx-auto grid min-h-0 w-full max-w-[90rem] flex-1 grid-cols-[minmax(0,1fr)] content-start lg:grid-cols-[minmax(0,1fr)_27.25rem] lg:grid-rows-[minmax(0,1fr)_auto] lg:content-stretch lg:gap-5 lg:p-5 ${styles.fullHeight}`}
    >
      <h1 className="sr-only">{t('title')}</h1>
      <div
        className={`sticky top-0 z-20 flex h-[36dvh] min-h-52 flex-col border-b border-line lg:static lg:h-auto lg:min-h-0 lg:overflow-hidden ${PANEL}`}
      >
        <Ladder moments={moments} names={names} hideStates={false} />
      </div>
      <div className={`flex min-h-0 flex-col gap-4 p-4 lg:overflow-y-auto lg:p-5 ${PANEL}`}>
        {refused && <Refusal refused={refused} ruleText={ruleText} />}
        <WireCard wire={play.wire} onDo={onDo} />
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-1">
          {ROLES.map((role) => (
            <EndCard key={role} at={role} end={play.endpoints[role]} isPossible={isPossible} onDo={onDo} />
          ))}
        </div>
        <section aria-labelledby="last-step" className="flex flex-col gap-3 border-t border-line pt-4">
          <h2 id="last-step" className="font-bold">
            {t('lastStep')}
          </h2>
          <LastStep step={steps.at(-1) ?? null} ruleText={ruleText} />
        </section>
        <section aria-label={t('make')} className="flex flex-col gap-3 border-t border-line pt-4">
          {children}
          {moments.length > 0 && (
            <LadderDownload moments={moments} names={names} hideStates={false} title={t('title')} fileName="last-ack-machine">
              {t('download')}
            </LadderDownload>
          )}
        </section>
      </div>
      <Steps step={at} count={script.length + 1} onStep={onStep}>
        {t.rich('place', { at, count: script.length, ...STRONG_TAG })}
      </Steps>
    </main>
  );
}
