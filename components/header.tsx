import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Locale } from '#protocol/api.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { Wordmark } from './wordmark.tsx';

const PAGES = [
  { href: '/study', key: 'study' },
  { href: '/leaderboard', key: 'leaderboard' },
  { href: '/matches', key: 'matches' },
  { href: '/help', key: 'help' },
] as const;

type HeaderProps = {
  readonly locale: Locale;
  readonly onLocale: (locale: Locale) => void;
  /** Of the class session that one is in; null where there is none. */
  readonly sessionHref?: string | null;
  /** Stands in the place of the links to the other pages. */
  readonly children?: ReactNode;
};

export function Header({ locale, onLocale, sessionHref = null, children }: HeaderProps) {
  const t = useTranslations('header');
  return (
    <header className="flex print:hidden min-h-14 flex-wrap items-center gap-x-1.5 gap-y-1 border-b border-line bg-card px-4 py-2 sm:gap-x-4 sm:px-6">
      <Link href="/" aria-label={t('home')} className="rounded-md py-1">
        <Wordmark />
      </Link>
      {sessionHref === null || children ? null : (
        <Link
          href={sessionHref}
          className="rounded-md bg-client-soft px-1.5 py-2 text-sm font-semibold text-client hover:underline sm:px-2"
        >
          {t('session')}
        </Link>
      )}
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-1 max-sm:order-last max-sm:basis-full">
        {children ?? <Pages />}
      </div>
      <div className="ml-auto">
        <LanguageSwitch locale={locale} onChoose={onLocale} />
      </div>
    </header>
  );
}

function Pages() {
  const t = useTranslations('header');
  return (
    <nav aria-label={t('navigation')} className="-mx-2 flex flex-wrap gap-x-1 text-sm">
      {PAGES.map(({ href, key }) => (
        <Link key={href} href={href} prefetch={false} className="rounded-md px-2 py-2 text-muted hover:bg-sunken hover:text-ink">
          {t(key)}
        </Link>
      ))}
    </nav>
  );
}
