import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { scenarioNames } from '../../scenario-names.ts';
import { AdminPage } from '../admin-page.tsx';
import { Disputes } from './disputes.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.tabs'))('disputes') };
}

export default async function DisputesPage() {
  return (
    <AdminPage tab="disputes" names={['bots', 'console']}>
      <Disputes scenarioNames={await scenarioNames()} />
    </AdminPage>
  );
}
