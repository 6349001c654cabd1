'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { Main } from '#components/pages/main.tsx';
import { useTroubleText } from '#components/pages/trouble.tsx';
import { Room } from '#components/session/room.tsx';
import { MatchFigures } from '#components/session/standing.tsx';
import { accuracyOf } from '#game/match/scoring.ts';
import type { TurnView } from '#game/match/view.ts';
import type { RuleId } from '#game/tcp/rules.ts';
import type { MatchAnswer } from '#protocol/api.ts';
import type { StudentView } from '#protocol/contest.ts';
import type { Fault } from '#protocol/faults.ts';
import { attend } from '../../attendance.ts';
import { useContest } from '../../contest.ts';
import { useRead } from '../../read.ts';
import { practiseHref } from '../../study/practise-href.ts';

/** A student's place in a class session, between its matches. The header takes them into each match. */
export function SessionRoom({ contestId }: { readonly contestId: string }) {
  const t = useTranslations('session');
  const { view, fault } = useContest({ viewer: 'student', contestId });
  const isOn = view !== null && view.phase !== 'over';
  useEffect(() => {
    if (isOn) attend(contestId);
  }, [isOn, contestId]);
  if (fault && (!view || fault === 'no-such-session')) return <NotIn fault={fault} />;
  if (!view) return <Main title={t('title')} intro={t('loading')} narrow />;
  return <Room view={view} result={view.match?.isOver ? <Result match={view.match} /> : null} />;
}

function Result({ match }: { readonly match: NonNullable<StudentView['match']> }) {
  const [reply] = useRead<MatchAnswer>(`matches/${encodeURIComponent(match.matchId)}`);
  if (!reply?.ok || reply.data.view.viewer === 'spectator') return null;
  const score = reply.data.view.scores[reply.data.view.viewer];
  return (
    <>
      <MatchFigures opponent={match.opponent} points={score.points} accuracy={accuracyOf(score)} />
      <Practice view={reply.data.view} />
    </>
  );
}

/** Whoever is through early practises what the round is about: for nobody's score but their own memory. */
function Practice({ view }: Pick<MatchAnswer, 'view'>) {
  const t = useTranslations('session');
  const met = new Set(view.turns.flatMap(rulesOf));
  if (met.size === 0) return null;
  return (
    <ButtonLink look="main" href={practiseHref([...met].map((rule) => `rule:${rule}` as const))}>
      {t('practise')}
    </ButtonLink>
  );
}

/** What either end was asked about; nothing before the verdicts. */
function rulesOf({ closed }: TurnView): readonly RuleId[] {
  return (closed?.verdicts ?? []).flatMap((verdict) => (verdict.kind === 'move' ? (verdict.answers[0]?.rules ?? []) : []));
}

/** Somebody else's session, or none: the code on the wall is the way in. */
function NotIn({ fault }: { readonly fault: Fault }) {
  const t = useTranslations('session');
  const textOf = useTroubleText();
  return (
    <Main title={t('title')} intro={fault === 'no-such-session' ? t('notIn') : textOf(fault)} narrow>
      <ButtonLink look="main" href="/join" className="self-start">
        {t('join')}
      </ButtonLink>
    </Main>
  );
}
