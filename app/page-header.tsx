'use client';

import { useRouter } from 'next/navigation';
import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { Header } from '#components/header.tsx';
import { LOCALE_COOKIE, type Locale } from '#protocol/locale.ts';
import { useAttended, useCall } from './attended.ts';
import { remember } from './remember.ts';

/** The bar on top of every page. What a page puts inside stands beside the wordmark, in the place of the links. */
export function PageHeader({ children }: { readonly children?: ReactNode }) {
  const router = useRouter();
  const contestId = useAttended();
  useCall();
  const choose = (locale: Locale) => {
    remember(LOCALE_COOKIE, locale);
    router.refresh();
  };
  return (
    <Header locale={useLocale()} onLocale={choose} sessionHref={contestId && `/session/${contestId}`}>
      {children}
    </Header>
  );
}
