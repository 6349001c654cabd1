'use client';

import { useTranslations } from 'next-intl';
import { useDeferredValue, useEffect } from 'react';
import { Duel } from '#components/duel.tsx';
import type { Edge } from '#components/duel-props.ts';
import { Scoreline } from '#components/match/scoreline.tsx';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { LinkNotice } from '#components/pages/link-notice.tsx';
import { Main } from '#components/pages/main.tsx';
import { Trouble, useTroubleText } from '#components/pages/trouble.tsx';
import type { View } from '#game/match/view.ts';
import type { Fault } from '#protocol/faults.ts';
import { captureAddress } from '../../api.ts';
import { answerCall } from '../../attendance.ts';
import { hostNow } from '../../clock.ts';
import { retryNow, useLink } from '../../link.ts';
import { useNamedView } from '../../named-view.ts';
import { PageHeader } from '../../page-header.tsx';
import { remember, TUTORIAL_COOKIE } from '../../remember.ts';
import type { RuleTexts } from '../../rule-texts.ts';
import type { ScenarioNames, ScenarioStories } from '../../scenario-names.ts';
import { useMatch } from '../../watch.ts';
import { TutorialGuide } from './tutorial-guide.tsx';
import { useActions } from './use-actions.ts';
import { useRematch } from './use-rematch.ts';
import { BackToHomework, BackToSession } from './way-back.tsx';

type MatchRoomProps = {
  readonly matchId: string;
  readonly edges: readonly Edge[];
  readonly rules: RuleTexts;
  readonly scenarioNames: ScenarioNames;
  readonly scenarioStories: ScenarioStories;
};

/** A match, live: the view goes in, what the player does goes out. */
export function MatchRoom({ matchId, ...words }: MatchRoomProps) {
  const { view, fault } = useMatch(matchId);
  // The board comes in pieces that a phone can answer a finger between; what happens on it afterwards comes at once.
  const isThere = useDeferredValue(view !== null);
  useArrival(matchId);
  if (view && isThere) return <Board view={view} {...words} />;
  return fault ? <NoMatch fault={fault} /> : <Loading />;
}

type BoardProps = Omit<MatchRoomProps, 'matchId'> & { readonly view: View };

function Board({ view, edges, rules, scenarioNames, scenarioStories }: BoardProps) {
  const link = useLink();
  const { on, sending, trouble } = useActions(view);
  useRematch(view);
  const shown = useNamedView(view);
  const { scenario, kind } = view.settings;
  const scenarioName = scenario && (scenarioNames[scenario] ?? scenario);
  return (
    <>
      <PageHeader>{view.ended ? null : <Scoreline view={view} scenarioName={scenarioName} hostNow={hostNow} />}</PageHeader>
      {kind === 'tutorial' ? <TutorialGuide view={view} onResign={on.resign} /> : null}
      <Duel
        view={shown}
        hostNow={hostNow}
        ruleText={(id) => rules[id]}
        edges={edges}
        on={on}
        sending={sending}
        scenarioName={scenarioName}
        scenarioStory={scenario && (scenarioStories[scenario] ?? null)}
        replayHref={`/replay/${view.matchId}`}
        captureHref={captureAddress(view.matchId)}
        wayBack={wayBack(view)}
        notice={
          <>
            <LinkNotice link={link} onRetry={retryNow} />
            <Trouble trouble={trouble} />
          </>
        }
      />
    </>
  );
}

function wayBack({ matchId, settings: { kind } }: View) {
  if (kind === 'class') return <BackToSession />;
  return kind === 'homework' ? <BackToHomework matchId={matchId} /> : undefined;
}

/** Whoever has been in a match is no newcomer, and need not be told that it waits. */
function useArrival(matchId: string): void {
  useEffect(() => {
    remember(TUTORIAL_COOKIE, 'played');
    answerCall(matchId);
  }, [matchId]);
}

function Loading() {
  const t = useTranslations('match-page');
  const link = useLink();
  return (
    <>
      <PageHeader />
      <Main title={t('title')} narrow>
        <p className="text-lg">{t('loadingText')}</p>
        <p className="text-muted">{t('loading')}</p>
        <LinkNotice link={link} onRetry={retryNow} />
      </Main>
    </>
  );
}

function NoMatch({ fault }: { readonly fault: Fault }) {
  const t = useTranslations('match-page');
  const textOf = useTroubleText();
  return (
    <>
      <PageHeader />
      <Main title={t('title')} intro={textOf(fault)} narrow>
        <ButtonLink look="quiet" href="/" className="self-start">
          {t('home')}
        </ButtonLink>
      </Main>
    </>
  );
}
