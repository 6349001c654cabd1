import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkNotices } from '../../notices.tsx';
import { PageHeader } from '../../page-header.tsx';
import { Words } from '../../words.tsx';
import { SessionRoom } from './session-room.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('session'))('title') };
}

export default async function SessionPage({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params;
  return (
    <Words names={['session', 'bots']}>
      <PageHeader />
      <SessionRoom contestId={id} />
      <LinkNotices />
    </Words>
  );
}
