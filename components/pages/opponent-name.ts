import { useTranslations } from 'next-intl';
import { FORMER_PLAYER } from '#game/match/vocabulary.ts';
import type { MatchSummary } from '#protocol/api.ts';

/** A person has a name until it is erased; a bot is called by what it is. */
export function useOpponentName(): (opponent: MatchSummary['opponent']) => string {
  const t = useTranslations('bots');
  return ({ name, bot }) => {
    if (bot) return t('bot', { strength: t(bot) });
    return name === FORMER_PLAYER ? t('former') : name;
  };
}
