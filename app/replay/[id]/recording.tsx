'use client';

import { useTranslations } from 'next-intl';
import type { Edge } from '#components/duel-props.ts';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { Main } from '#components/pages/main.tsx';
import { useTroubleText } from '#components/pages/trouble.tsx';
import { Replay } from '#components/replay.tsx';
import type { View } from '#game/match/view.ts';
import type { MatchAnswer } from '#protocol/api.ts';
import { captureAddress } from '../../api.ts';
import { useNamedView } from '../../named-view.ts';
import { useRead } from '../../read.ts';
import type { RuleTexts } from '../../rule-texts.ts';
import type { ScenarioNames } from '../../scenario-names.ts';

type RecordingProps = {
  readonly matchId: string;
  readonly edges: readonly Edge[];
  readonly rules: RuleTexts;
  readonly scenarioNames: ScenarioNames;
  readonly firstTurn: number | undefined;
};

/** A finished match, for everybody who has its address. */
export function Recording({ matchId, ...words }: RecordingProps) {
  const t = useTranslations('replay-page');
  const textOf = useTroubleText();
  const [reply] = useRead<MatchAnswer>(`matches/${encodeURIComponent(matchId)}`);
  if (!reply) return <Main title={t('title')} intro={t('loading')} narrow />;
  const isOpen = reply.ok ? reply.data.view.ended === null : reply.trouble === 'match-not-over';
  if (isOpen) return <StillOpen matchId={matchId} />;
  return reply.ok ? <Shown view={reply.data.view} {...words} /> : <Main title={t('title')} intro={textOf(reply.trouble)} narrow />;
}

type ShownProps = Omit<RecordingProps, 'matchId'> & { readonly view: View };

function Shown({ view, edges, rules, scenarioNames, firstTurn }: ShownProps) {
  const t = useTranslations('replay-page');
  const shown = useNamedView(view);
  const { scenario } = view.settings;
  if (!view.turns.some(({ closed }) => closed)) return <Main title={t('title')} intro={t('empty')} narrow />;
  return (
    <Replay
      view={shown}
      ruleText={(id) => rules[id]}
      edges={edges}
      scenarioName={scenario && (scenarioNames[scenario] ?? scenario)}
      captureHref={captureAddress(view.matchId)}
      firstTurn={firstTurn}
    />
  );
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
