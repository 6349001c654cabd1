import { useTranslations } from 'next-intl';
import { PageHeader } from './page-header.tsx';

export default function StartPage() {
  const t = useTranslations('meta');
  return (
    <>
      <PageHeader />
      <main className="mx-auto w-full max-w-xl px-4 py-16">
        <h1 className="text-2xl font-bold">{t('description')}</h1>
      </main>
    </>
  );
}
