import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkNotices } from '../../notices.tsx';
import { PageHeader } from '../../page-header.tsx';
import { scenarioNames } from '../../scenario-names.ts';
import { Words } from '../../words.tsx';
import { HomeworkRoom } from './homework-room.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('homework'))('title') };
}

export default async function HomeworkPage({ params }: { readonly params: Promise<{ readonly key: string }> }) {
  const { key } = await params;
  return (
    <Words names={['homework']}>
      <PageHeader />
      <HomeworkRoom homeworkKey={key} scenarioNames={await scenarioNames()} />
      <LinkNotices />
    </Words>
  );
}
