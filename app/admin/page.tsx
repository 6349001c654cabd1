import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Accounts } from './accounts.tsx';
import { AdminPage } from './admin-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('title') };
}

export default function AccountsPage() {
  return (
    <AdminPage tab="accounts" names={['copy']}>
      <Accounts />
    </AdminPage>
  );
}
