import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CLASS_NAME_MAX, TERM_MAX } from '#protocol/classes.ts';
import { Words } from '../../words.tsx';
import { Gate } from '../gate.tsx';
import { Classes } from './classes.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('classes'))('title') };
}

export default async function ClassesPage() {
  const t = await getTranslations('classes');
  return (
    <Words names={['instructor', 'classes']}>
      <Gate title={t('title')} intro={t('intro')}>
        <Classes limits={{ name: CLASS_NAME_MAX, term: TERM_MAX }} />
      </Gate>
    </Words>
  );
}
