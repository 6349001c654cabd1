'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/button.tsx';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { MatchList } from '#components/pages/match-list.tsx';
import { Trouble, type TroubleCode } from '#components/pages/trouble.tsx';
import type { MatchesAnswer, MatchSummary } from '#protocol/api.ts';
import { readAsGuest, useRead } from '../read.ts';
import type { ScenarioNames } from '../scenario-names.ts';

/** What GET /api/matches gives at most. */
const PAGE = 50;

export function MyMatches({ scenarioNames }: { readonly scenarioNames: ScenarioNames }) {
  const [reply] = useRead<MatchesAnswer>('matches');
  if (!reply) return null;
  if (!reply.ok) return <Trouble trouble={reply.trouble} />;
  return reply.data.matches.length === 0 ? <Nothing /> : <Pages first={reply.data.matches} scenarioNames={scenarioNames} />;
}

function Nothing() {
  const t = useTranslations('matches');
  return (
    <div className="card flex flex-col items-center gap-4 p-8 text-muted">
      <p>{t('empty')}</p>
      <ButtonLink look="quiet" href="/">
        {t('play')}
      </ButtonLink>
    </div>
  );
}

function Pages({ first, scenarioNames }: { readonly first: readonly MatchSummary[]; readonly scenarioNames: ScenarioNames }) {
  const t = useTranslations('matches');
  const [matches, setMatches] = useState(first);
  const [hasMore, setHasMore] = useState(first.length === PAGE);
  const [trouble, setTrouble] = useState<TroubleCode | null>(null);

  async function readOn() {
    const reply = await readAsGuest<MatchesAnswer>(`matches?before=${matches.at(-1)?.startedAt}`);
    setTrouble(reply.ok ? null : reply.trouble);
    if (!reply.ok) return;
    setMatches([...matches, ...reply.data.matches]);
    setHasMore(reply.data.matches.length === PAGE);
  }

  return (
    <>
      <MatchList matches={matches} scenarioName={(id) => scenarioNames[id] ?? id} />
      <Trouble trouble={trouble} />
      {hasMore ? (
        <Button look="quiet" className="self-center" onClick={readOn}>
          {t('more')}
        </Button>
      ) : null}
    </>
  );
}
