'use client';

import { useTranslations } from 'next-intl';
import { Main } from '#components/pages/main.tsx';
import { PageHeader } from '../page-header.tsx';
import type { Kind } from './kept.ts';

/** Until what is kept in the browser has been read. */
export function Opening({ kind }: { readonly kind: Kind }) {
  const t = useTranslations('practice');
  return (
    <>
      <PageHeader />
      <Main title={kind === 'practice' ? t('title') : t('catch.title')} intro={t('board.loading')} narrow />
    </>
  );
}
