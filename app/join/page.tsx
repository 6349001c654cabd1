import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Main } from '#components/pages/main.tsx';
import { PageHeader } from '../page-header.tsx';
import { Words } from '../words.tsx';
import { EnterCode } from './enter-code.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('join'))('title') };
}

/** The short address on the wall. */
export default async function JoinPage() {
  const t = await getTranslations('join');
  return (
    <Words names={['join']}>
      <PageHeader />
      <Main title={t('title')} intro={t('text')} narrow>
        <EnterCode />
      </Main>
    </Words>
  );
}
