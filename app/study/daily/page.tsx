import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Main } from '#components/pages/main.tsx';
import { MatchNotice } from '../../notices.tsx';
import { PageHeader } from '../../page-header.tsx';
import { Words } from '../../words.tsx';
import { Daily } from './daily.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('papers'))('daily.title') };
}

export default async function DailyPage() {
  const t = await getTranslations('papers');
  return (
    <Words names={['papers', 'study', 'leaderboard', 'home', 'bots']}>
      <PageHeader />
      <Main title={t('daily.title')} intro={t('daily.intro')} narrow>
        <Daily />
      </Main>
      <MatchNotice />
    </Words>
  );
}
