import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { View } from '#game/match/view.ts';
import type { Party } from '#game/match/vocabulary.ts';

/** The view with its bots called bots in the reader's language: the host has one word for them. */
export function useNamedView(view: View): View {
  const t = useTranslations('bots');
  return useMemo(() => {
    const named = (party: Party): Party => (party.bot ? { ...party, name: t('name') } : party);
    const [first, second] = view.parties;
    return { ...view, parties: [named(first), named(second)] };
  }, [view, t]);
}
