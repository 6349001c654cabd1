import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AdminPage } from '../admin-page.tsx';
import { Storage } from './storage.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.tabs'))('data') };
}

export default function DataPage() {
  return (
    <AdminPage tab="data">
      <Storage />
    </AdminPage>
  );
}
