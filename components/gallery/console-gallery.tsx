'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ruleOf } from '#game/tcp/rules.ts';
import { ActingProvider } from '#components/console/act.tsx';
import type { RuleName } from '#components/console/console-props.ts';
import { Console } from '#components/console/console.tsx';
import type { ContestDeed } from '#protocol/contest.ts';
import { Header } from '#components/header.tsx';
import { Main } from '#components/pages/main.tsx';
import { usualSettings } from '#components/sessions/draft.ts';
import { SessionList } from '#components/sessions/session-list.tsx';
import { SetupForm } from '#components/sessions/setup-form.tsx';
import type { SetupProps } from '#components/sessions/setup-props.ts';
import { NOW } from './build.ts';
import { SESSIONS, type SessionName, SUMMARIES, TEMPLATES } from './console-situations.ts';

export type ConsoleSituation = SessionName | 'list' | 'new';

/** One situation of an instructor's pages, with a clock that stands still. Nothing here reaches a host. */
export function ConsoleGallery({ situation }: { readonly situation: ConsoleSituation }) {
  const [said, setSaid] = useState('');
  const act = async (deed: ContestDeed) => {
    setSaid(JSON.stringify(deed));
    return true;
  };
  return (
    <ActingProvider value={{ act, isBusy: false, trouble: null }}>
      <Header locale={useLocale()} onLocale={() => {}} />
      <Page situation={situation} />
      <output data-said className="sr-only">
        {said}
      </output>
    </ActingProvider>
  );
}

function Page({ situation }: { readonly situation: ConsoleSituation }) {
  const t = useTranslations('sessions');
  if (situation === 'list') {
    return (
      <Main title={t('title')}>
        <SessionList sessions={SUMMARIES} />
      </Main>
    );
  }
  if (situation === 'new') {
    return (
      <Main title={t('setup.title')}>
        <SetupForm {...SETUP} />
      </Main>
    );
  }
  return (
    <Console
      view={SESSIONS[situation]}
      hostNow={hostNow}
      joinUrl="http://192.168.1.20:3000/join"
      scenarioName={(id) => id}
      ruleName={ruleName}
    />
  );
}

const hostNow = () => NOW;
const ruleName: RuleName = (id) => ({ name: 'FIN in FIN_WAIT_1, before our own FIN is acknowledged', section: ruleOf(id).section });

const SETUP: SetupProps = {
  first: usualSettings('Session of 26 November', 'en'),
  pairings: ['lot', 'standing', 'fixed'],
  mostRounds: 12,
  scenarios: [
    { id: 'simultaneous-close', name: 'Simultaneous close', level: 1 },
    { id: 'old-duplicate-syn', name: 'Old duplicate SYN', level: 3 },
  ],
  classes: [{ classId: 'a', name: 'Networks II', term: '2026/27' }],
  firstClass: null,
  templates: TEMPLATES,
  isBusy: false,
  trouble: null,
  onCreate: () => {},
  onSave: async () => true,
  onDelete: () => {},
};
