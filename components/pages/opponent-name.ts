import { useTranslations } from 'next-intl';
import type { MatchSummary } from '#protocol/api.ts';

/** A person has a name; a bot is called by what it is. */
export function useOpponentName(): (opponent: MatchSummary['opponent']) => string {
  const t = useTranslations('bots');
  return ({ name, bot }) => (bot ? t('bot', { strength: t(bot) }) : name);
}
