'use client';

import { useTranslations } from 'next-intl';
import { TurnCard, TurnNote } from '#components/projector/turn-card.tsx';
import type { HardestTurn } from '#game/contest/vocabulary.ts';
import { useMatch } from '../../watch.ts';

type TurnOnTheWallProps = { readonly matchId: string; readonly turn: number; readonly hardest: HardestTurn | null };

/** Watched as spectators do: a turn that has its verdict can be talked about while the match goes on. */
export function TurnOnTheWall({ matchId, turn, hardest }: TurnOnTheWallProps) {
  const t = useTranslations('projector');
  const { view, fault } = useMatch(matchId);
  if (view) return <TurnCard view={view} turn={turn} hardest={hardest} />;
  return <TurnNote>{t(fault === 'no-such-match' ? 'turnNone' : 'turnFetching')}</TurnNote>;
}
