'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { TurnCard, TurnNote } from '#components/projector/turn-card.tsx';
import type { MatchAnswer } from '#protocol/api.ts';
import type { HardestTurn } from '#game/contest/vocabulary.ts';
import { onEachConnection } from '../../link.ts';
import { useRead } from '../../read.ts';

type TurnOnTheWallProps = {
  readonly matchId: string;
  readonly turn: number;
  readonly hardest: HardestTurn | null;
  /** How many are done: a match that was open may be over now. */
  readonly done: number;
};

/** Fetched as a replay is. */
export function TurnOnTheWall({ matchId, turn, hardest, done }: TurnOnTheWallProps) {
  const t = useTranslations('projector');
  const [reply, again] = useRead<MatchAnswer>(`matches/${encodeURIComponent(matchId)}`);
  const isOver = reply?.ok === true && reply.data.view.ended !== null;
  const isOpen = reply !== null && !isOver && (reply.ok || reply.trouble === 'match-not-over');
  const isMissed = reply !== null && !reply.ok && reply.trouble === 'unreachable';
  useEffect(() => (isMissed ? onEachConnection(again) : undefined), [isMissed, again]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever another match is over.
  useEffect(() => {
    if (isOpen) again();
  }, [done, again]);
  if (isOver) return <TurnCard view={reply.data.view} turn={turn} hardest={hardest} />;
  if (!reply) return <TurnNote>{t('turnFetching')}</TurnNote>;
  return <TurnNote>{t(isOpen ? 'turnOpen' : 'turnNone')}</TurnNote>;
}
