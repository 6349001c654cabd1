import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Card } from '#components/pages/card.tsx';
import { Main } from '#components/pages/main.tsx';
import { MyName } from '../my-name.tsx';
import { MatchNotice } from '../notices.tsx';
import { PageHeader } from '../page-header.tsx';
import { Words } from '../words.tsx';
import { ComeFromElsewhere, GoElsewhere } from './recovery.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') };
}

export default async function AccountPage() {
  const t = await getTranslations('account');
  return (
    <Words names={['account', 'recover', 'copy', 'home', 'bots']}>
      <PageHeader />
      <Main title={t('title')} narrow>
        <div className="card p-5">
          <MyName />
        </div>
        <GoElsewhere />
        <ComeFromElsewhere />
        <Card title={t('leaveTitle')} text={t('leaveText')} />
      </Main>
      <MatchNotice />
    </Words>
  );
}
