import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkNotices } from '../../notices.tsx';
import { PageHeader } from '../../page-header.tsx';
import { scenarioNames } from '../../scenario-names.ts';
import { Words } from '../../words.tsx';
import { Invitation } from './invitation.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('invite'))('pageTitle') };
}

export default async function InvitationPage({ params }: { readonly params: Promise<{ readonly code: string }> }) {
  const { code } = await params;
  return (
    <Words names={['invite', 'levels', 'time', 'copy']}>
      <PageHeader />
      <Invitation code={code.toUpperCase()} scenarioNames={await scenarioNames()} />
      <LinkNotices />
    </Words>
  );
}
