import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Main } from '#components/pages/main.tsx';
import { MatchNotice } from '../notices.tsx';
import { PageHeader } from '../page-header.tsx';
import { Words } from '../words.tsx';
import { Hub } from './hub.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('study'))('title') };
}

export default async function StudyPage() {
  const t = await getTranslations('study');
  return (
    <Words names={['study', 'home', 'bots']}>
      <PageHeader />
      <Main title={t('title')} intro={t('intro')}>
        <Hub />
      </Main>
      <MatchNotice />
    </Words>
  );
}
