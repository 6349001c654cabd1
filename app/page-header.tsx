'use client';

import { useRouter } from 'next/navigation';
import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { Header } from '#components/header.tsx';
import { LOCALE_COOKIE, type Locale } from '#protocol/api.ts';

const YEAR_SECONDS = 31_536_000;

/** The bar on top of every page. What a page puts inside stands beside the wordmark, in the place of the links. */
export function PageHeader({ children }: { readonly children?: ReactNode }) {
  const router = useRouter();
  const choose = (locale: Locale) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that is served here.
    document.cookie = `${LOCALE_COOKIE}=${locale}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
    router.refresh();
  };
  return (
    <Header locale={useLocale()} onLocale={choose}>
      {children}
    </Header>
  );
}
