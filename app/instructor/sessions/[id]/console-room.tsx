'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { ActingProvider } from '#components/console/act.tsx';
import { Console } from '#components/console/console.tsx';
import { LinkNotice } from '#components/pages/link-notice.tsx';
import { Main } from '#components/pages/main.tsx';
import { Notices } from '#components/pages/notices.tsx';
import { Trouble } from '#components/pages/trouble.tsx';
import type { InstructorView } from '#protocol/contest.ts';
import type { Fault } from '#protocol/faults.ts';
import { hostNow } from '../../../clock.ts';
import { useContest } from '../../../contest.ts';
import { retryNow, useLink } from '../../../link.ts';
import type { RuleNames } from '../../../rule-texts.ts';
import type { ScenarioNames } from '../../../scenario-names.ts';
import { useContestActions } from './use-contest-actions.ts';

type ConsoleRoomProps = { readonly contestId: string; readonly ruleNames: RuleNames; readonly scenarioNames: ScenarioNames };

/** A session, live: the view goes in, what the instructor presses goes out. */
export function ConsoleRoom({ contestId, ...words }: ConsoleRoomProps) {
  const t = useTranslations('console');
  const { view, fault } = useContest({ viewer: 'instructor', contestId });
  if (view) return <Room view={view} fault={fault} {...words} />;
  return (
    <Main title={t('title')} intro={fault ? null : t('loading')}>
      <Trouble trouble={fault} />
    </Main>
  );
}

type RoomProps = Omit<ConsoleRoomProps, 'contestId'> & {
  readonly view: InstructorView;
  readonly fault: Fault | null;
};

function Room({ view, fault, ruleNames, scenarioNames }: RoomProps) {
  const link = useLink();
  const acting = useContestActions(view.contestId);
  const trouble = acting.trouble ?? fault;
  const joinUrl = useMemo(() => `${window.location.origin}/join`, []);
  return (
    <ActingProvider value={acting}>
      <Console
        view={view}
        hostNow={hostNow}
        joinUrl={joinUrl}
        scenarioName={(id) => scenarioNames[id] ?? id}
        ruleName={(id) => ruleNames[id]}
      />
      <Notices>
        <LinkNotice link={link} onRetry={retryNow} />
        {trouble ? (
          <div className="card pointer-events-auto px-4 py-2">
            <Trouble trouble={trouble} />
          </div>
        ) : null}
      </Notices>
    </ActingProvider>
  );
}
