import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Main } from '#components/pages/main.tsx';
import { LEVELS } from '#game/match/vocabulary.ts';
import { LinkNotices } from '../notices.tsx';
import { PageHeader } from '../page-header.tsx';
import { Words } from '../words.tsx';
import { QuickMatch } from './quick-match.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('waiting'))('title') };
}

export default async function WaitingPage({ searchParams }: { readonly searchParams: Promise<{ readonly level?: string | string[] }> }) {
  const { level } = await searchParams;
  const t = await getTranslations('waiting');
  return (
    <Words names={['waiting']}>
      <PageHeader />
      <Main title={t('title')} narrow>
        <QuickMatch level={LEVELS.find((one) => String(one) === level) ?? 1} />
      </Main>
      <LinkNotices />
    </Words>
  );
}
