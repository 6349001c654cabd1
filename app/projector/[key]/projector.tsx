'use client';

import { type AbstractIntlMessages, NextIntlClientProvider, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import type { Edge } from '#components/duel-props.ts';
import { Main } from '#components/pages/main.tsx';
import { useTroubleText } from '#components/pages/trouble.tsx';
import { Wall } from '#components/projector/wall.tsx';
import type { RuleId } from '#game/tcp/rules.ts';
import type { ProjectorView } from '#protocol/contest.ts';
import type { Fault } from '#protocol/faults.ts';
import type { Locale } from '#protocol/locale.ts';
import { hostNow } from '../../clock.ts';
import { useContest } from '../../contest.ts';
import { useLink } from '../../link.ts';
import type { ScenarioNames } from '../../scenario-names.ts';
import { TurnOnTheWall } from './turn-on-the-wall.tsx';

export type WallWords = {
  readonly messages: AbstractIntlMessages;
  readonly rules: Readonly<Record<RuleId, string>>;
  readonly scenarios: ScenarioNames;
};

type ProjectorProps = {
  readonly projectorKey: string;
  readonly edges: readonly Edge[];
  readonly words: Readonly<Record<Locale, WallWords>>;
  /** Until the session has said its own. */
  readonly firstLocale: Locale;
};

/** A class session on the wall. It speaks the session’s language, whatever the browser prefers, and comes back by itself. */
export function Projector({ projectorKey, edges, words, firstLocale }: ProjectorProps) {
  const { view, fault } = useContest({ viewer: 'projector', key: projectorKey });
  const locale = view?.locale ?? firstLocale;
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <NextIntlClientProvider locale={locale} messages={words[locale].messages} timeZone="UTC">
      {view ? <Shown view={view} edges={edges} words={words[locale]} /> : <NotYet fault={fault} />}
    </NextIntlClientProvider>
  );
}

type ShownProps = Pick<ProjectorProps, 'edges'> & { readonly view: ProjectorView; readonly words: WallWords };

function Shown({ view, edges, words }: ShownProps) {
  const { scenario } = view;
  const turn = turnOf(view);
  return (
    <Wall
      view={view}
      joinUrl={`${window.location.origin}/join`}
      hostNow={hostNow}
      edges={edges}
      ruleName={(id) => words.rules[id]}
      scenarioName={scenario && (words.scenarios[scenario] ?? scenario)}
      turn={turn && <TurnOnTheWall key={turn.matchId} {...turn} />}
      notice={<Away />}
    />
  );
}

/** What the instructor shows, else the hardest turn of the round that is over. */
function turnOf({ shown, hardest, phase }: ProjectorView) {
  const isHardest = shown?.matchId === hardest?.matchId && shown?.turn === hardest?.turn;
  if (shown) return { ...shown, hardest: isHardest ? hardest : null };
  return phase === 'between' && hardest ? { matchId: hardest.matchId, turn: hardest.turn, hardest } : undefined;
}

/** The first moments of a page are no reason to worry anybody. */
function Away() {
  const t = useTranslations('projector');
  const { is } = useLink();
  if (is === 'live' || is === 'connecting') return null;
  return (
    <p role="status" className="rounded-full bg-amber-soft px-5 py-1.5 text-lg font-semibold text-amber shadow-card">
      {t('host')}
    </p>
  );
}

function NotYet({ fault }: { readonly fault: Fault | null }) {
  const t = useTranslations('projector');
  const textOf = useTroubleText();
  return <Main title={t('title')} intro={fault ? textOf(fault) : t('loading')} narrow />;
}
