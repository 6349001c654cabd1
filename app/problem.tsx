import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PageHeader } from './page-header.tsx';

type ProblemProps = { readonly title: string; readonly text: string; readonly children?: ReactNode };

/** A page that says what went wrong and where to go from here. */
export function Problem({ title, text, children }: ProblemProps) {
  const t = useTranslations('problems');
  return (
    <>
      <PageHeader />
      <main className="mx-auto flex w-full max-w-xl flex-col gap-4 px-4 py-16">
        <h1 className="text-2xl font-bold">{title}</h1>
        <p className="text-muted">{text}</p>
        <p className="flex gap-4">
          {children}
          <Link href="/" className="text-client underline">
            {t('home')}
          </Link>
        </p>
      </main>
    </>
  );
}
