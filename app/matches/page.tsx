import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Main } from '#components/pages/main.tsx';
import { MatchNotice } from '../notices.tsx';
import { PageHeader } from '../page-header.tsx';
import { scenarioNames } from '../scenario-names.ts';
import { Words } from '../words.tsx';
import { MyMatches } from './my-matches.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('matches'))('title') };
}

export default async function MatchesPage() {
  const t = await getTranslations('matches');
  return (
    <Words names={['matches', 'bots', 'home']}>
      <PageHeader />
      <Main title={t('title')}>
        <MyMatches scenarioNames={await scenarioNames()} />
      </Main>
      <MatchNotice />
    </Words>
  );
}
