import { type Messages, NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';

type Name = keyof Messages;
/** What the components of a match and of its replay speak with. */
export const MATCH_WORDS = ['duel', 'states', 'events', 'ghost', 'misconceptions', 'bots'] as const satisfies readonly Name[];
/** What a ladder alone speaks with. */
export const LADDER_WORDS = ['duel', 'states', 'events'] as const satisfies readonly Name[];
/** What the components of a question speak with. */
export const QUIZ_WORDS = ['quiz', 'quiz-stories', 'duel', 'events', 'misconceptions'] as const satisfies readonly Name[];
const EVERYWHERE = ['header', 'problems', 'link', 'faults'] as const satisfies readonly Name[];

/** Gives the browser the messages that a page needs and no others: the rules alone are more than all the rest. */
export async function Words({ names = [], children }: { readonly names?: readonly Name[]; readonly children: ReactNode }) {
  const needed = pickWords(await getMessages(), [...EVERYWHERE, ...names]);
  return <NextIntlClientProvider messages={needed}>{children}</NextIntlClientProvider>;
}

export function pickWords(all: Messages, names: readonly Name[]): Partial<Messages> {
  return Object.fromEntries(names.map((name) => [name, all[name]]));
}
