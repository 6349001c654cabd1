import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '#components/button.tsx';
import type { InstructorAccount } from '#protocol/instructors.ts';

const PAGES = [
  { href: '/instructor/sessions', key: 'sessions', role: 'instructor' },
  { href: '/instructor/classes', key: 'classes', role: 'instructor' },
  { href: '/instructor/leaderboard', key: 'leaderboard', role: 'instructor' },
  { href: '/instructor', key: 'home', role: 'instructor' },
  { href: '/admin', key: 'admin', role: 'admin' },
] as const;

type InstructorBarProps = {
  /** Null until it is known: then there are the pages that all instructors have. */
  readonly account: InstructorAccount | null;
  /** The path of the page. */
  readonly here: string;
  readonly onSignOut: () => void;
};

/** Stands in the bar of the page: where an instructor can go, and the way out. */
export function InstructorBar({ account, here, onSignOut }: InstructorBarProps) {
  const t = useTranslations('instructor');
  const look = 'rounded-md px-2 py-2';
  return (
    <div className="flex w-full min-w-0 items-end gap-x-3 sm:items-center">
      <nav aria-label={t('navigation')} className="-ml-2 flex min-w-0 flex-1 flex-wrap gap-x-1 text-sm">
        {PAGES.map(({ href, key, role }) =>
          role === 'instructor' || account?.role === 'admin' ? (
            <Link
              key={href}
              href={href}
              aria-current={here === href ? 'page' : isWithin(here, href) || undefined}
              className={`${look} text-muted hover:bg-sunken hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink`}
            >
              {t(key)}
            </Link>
          ) : (
            // It has its place, so that the bar is as high before it is known who one is.
            <span key={href} className={`${look} invisible`}>
              {t(key)}
            </span>
          ),
        )}
      </nav>
      <span className="flex items-center gap-3 text-sm">
        <span className="max-w-60 truncate font-semibold max-sm:hidden">{account?.name}</span>
        <Button look="text" onClick={onSignOut} disabled={account === null}>
          {t('signOut')}
        </Button>
      </span>
    </div>
  );
}

/** Every instructor’s page is below the first one: that one counts for itself alone. */
function isWithin(here: string, href: string): boolean {
  return href !== '/instructor' && here.startsWith(`${href}/`);
}
