import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '../../page-header.tsx';
import { Words } from '../../words.tsx';
import { AccountLink } from './account-link.tsx';

/** The address is a secret: no page that is opened from here is told it. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account-link'))('title'), referrer: 'no-referrer', robots: { index: false } };
}

export default async function AccountLinkPage({ params }: { readonly params: Promise<{ readonly secret: string }> }) {
  const { secret } = await params;
  return (
    <Words names={['instructor', 'account-link']}>
      <PageHeader />
      <AccountLink secret={secret} />
    </Words>
  );
}
