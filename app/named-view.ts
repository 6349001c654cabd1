import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { View } from '#game/match/view.ts';
import { FORMER_PLAYER, type Party } from '#game/match/vocabulary.ts';

/** The view with its bots and its erased players called so in the reader's language: the host has no names for them. */
export function useNamedView(view: View): View {
  const t = useTranslations('bots');
  return useMemo(() => {
    const named = (party: Party): Party => {
      if (party.bot) return { ...party, name: t('name') };
      return party.name === FORMER_PLAYER ? { ...party, name: t('former') } : party;
    };
    const [first, second] = view.parties;
    return { ...view, parties: [named(first), named(second)] };
  }, [view, t]);
}
