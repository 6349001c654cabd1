import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { MatchNotice } from '../notices.tsx';
import { MATCH_WORDS, Words } from '../words.tsx';
import { type Params, readStart } from './address.ts';
import { drawSeed, practiceHref } from './hrefs.ts';
import { PracticeChooser } from './practice-chooser.tsx';
import { PracticeRoom } from './practice-room.tsx';
import { boardTexts, knownScenarios, legOf } from './start.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('practice');
  return { title: t('title'), description: t('description') };
}

/** What to practise; or, where the address says it, the practice. */
export default async function PracticePage({ searchParams }: { readonly searchParams: Promise<Params> }) {
  const asked = readStart(await searchParams);
  if (!asked)
    return (
      <Words names={['practice', 'levels', 'bots']}>
        <PracticeChooser scenarios={await knownScenarios()} />
        <MatchNotice />
      </Words>
    );
  const { seed } = asked;
  if (seed === null) redirect(practiceHref({ ...asked, seed: drawSeed() }));
  const start = { ...asked, seed };
  return (
    <Words names={['practice', ...MATCH_WORDS]}>
      <PracticeRoom key={practiceHref(start)} start={start} {...(await legOf(start))} {...(await boardTexts())} />
      <MatchNotice />
    </Words>
  );
}
