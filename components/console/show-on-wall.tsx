import { useTranslations } from 'next-intl';
import type { InstructorView } from '#protocol/contest.ts';
import { ActButton } from './act.tsx';

type ShowOnWallProps = { readonly shown: InstructorView['shown']; readonly matchId: string; readonly turn: number };

/** Puts a turn on the projector's page, and takes it off. */
export function ShowOnWall({ shown, matchId, turn }: ShowOnWallProps) {
  const t = useTranslations('console.wall');
  const isShown = shown?.matchId === matchId && shown.turn === turn;
  return (
    <ActButton look="quiet" deed={{ do: 'show', turn: isShown ? null : { matchId, turn } }}>
      {isShown ? t('off') : t('show')}
    </ActButton>
  );
}
