import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Words } from '../../../../words.tsx';
import { Gate } from '../../../gate.tsx';
import { ClassResults } from './class-results.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports.results'))('title') };
}

export default async function ClassResultsPage({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const t = await getTranslations('reports.results');
  const { id } = await params;
  return (
    <Words names={['instructor', 'reports', 'homework']}>
      <Gate title={t('title')} intro={t('intro')}>
        <ClassResults classId={id} />
      </Gate>
    </Words>
  );
}
