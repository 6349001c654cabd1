'use client';

import { useTranslations } from 'next-intl';
import type { Edge } from '#components/duel-props.ts';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { Main } from '#components/pages/main.tsx';
import { useTroubleText } from '#components/pages/trouble.tsx';
import { Replay } from '#components/replay.tsx';
import type { MatchAnswer } from '#protocol/api.ts';
import { useRead } from '../../read.ts';
import type { RuleTexts } from '../../rule-texts.ts';
import type { ScenarioNames } from '../../scenario-names.ts';

type RecordingProps = {
  readonly matchId: string;
  readonly edges: readonly Edge[];
  readonly rules: RuleTexts;
  readonly scenarioNames: ScenarioNames;
};

/** A finished match, for everybody who has its address. */
export function Recording({ matchId, edges, rules, scenarioNames }: RecordingProps) {
  const t = useTranslations('replay-page');
  const textOf = useTroubleText();
  const [reply] = useRead<MatchAnswer>(`matches/${encodeURIComponent(matchId)}`);
  if (!reply) return <Main title={t('title')} intro={t('loading')} narrow />;
  const isOpen = reply.ok ? reply.data.view.ended === null : reply.trouble === 'match-not-over';
  if (isOpen) return <StillOpen matchId={matchId} />;
  if (!reply.ok) return <Main title={t('title')} intro={textOf(reply.trouble)} narrow />;
  const { view } = reply.data;
  if (!view.turns.some(({ closed }) => closed)) return <Main title={t('title')} intro={t('empty')} narrow />;
  const { scenario } = view.settings;
  return <Replay view={view} ruleText={(id) => rules[id]} edges={edges} scenarioName={scenario && (scenarioNames[scenario] ?? scenario)} />;
}

function StillOpen({ matchId }: { readonly matchId: string }) {
  const t = useTranslations('replay-page');
  return (
    <Main title={t('openTitle')} intro={t('openText')} narrow>
      <ButtonLink look="quiet" href={`/match/${matchId}`} className="self-start">
        {t('toMatch')}
      </ButtonLink>
    </Main>
  );
}
