import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { MatchNotice } from '../../notices.tsx';
import { MATCH_WORDS, Words } from '../../words.tsx';
import { type Params, readStart } from '../address.ts';
import { catchHref, drawSeed } from '../hrefs.ts';
import { boardTexts, knownScenarios, legOf } from '../start.ts';
import { CatchChooser } from './catch-chooser.tsx';
import { CatchRoom } from './catch-room.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('practice.catch');
  return { title: t('title'), description: t('description') };
}

/** What is to be watched; or, where the address says it, the moves. */
export default async function CatchPage({ searchParams }: { readonly searchParams: Promise<Params> }) {
  const asked = readStart(await searchParams);
  if (!asked)
    return (
      <Words names={['practice', 'levels']}>
        <CatchChooser scenarios={await knownScenarios()} />
        <MatchNotice />
      </Words>
    );
  const { seed } = asked;
  if (seed === null) redirect(catchHref({ ...asked, seed: drawSeed() }));
  const start = { ...asked, seed };
  return (
    <Words names={['practice', ...MATCH_WORDS]}>
      <CatchRoom key={catchHref(start)} start={start} {...(await legOf(start))} {...(await boardTexts())} />
      <MatchNotice />
    </Words>
  );
}
