import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Main } from '#components/pages/main.tsx';
import { Gate } from '../instructor/gate.tsx';
import { Words } from '../words.tsx';
import { Accounts } from './accounts.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('title') };
}

export default async function AdminPage() {
  const t = await getTranslations('admin');
  return (
    <Words names={['instructor', 'admin', 'copy']}>
      <Gate forAdmins>
        <Main title={t('title')}>
          <Accounts />
        </Main>
      </Gate>
    </Words>
  );
}
