import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { Words } from '../../words.tsx';
import { Gate } from '../gate.tsx';
import { MySessions } from './my-sessions.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sessions'))('title') };
}

export default async function SessionsPage() {
  const t = await getTranslations('sessions');
  return (
    <Words names={['instructor', 'sessions']}>
      <Gate title={t('title')}>
        <ButtonLink look="main" href="/instructor/sessions/new" className="w-auto! self-start px-6">
          {t('new')}
        </ButtonLink>
        <MySessions />
      </Gate>
    </Words>
  );
}
