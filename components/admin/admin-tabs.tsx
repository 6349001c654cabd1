import Link from 'next/link';
import { useTranslations } from 'next-intl';

const TABS = [
  { href: '/admin', key: 'accounts' },
  { href: '/admin/disputes', key: 'disputes' },
  { href: '/admin/data', key: 'data' },
] as const;
export type AdminTab = (typeof TABS)[number]['key'];

/** What an administrator looks after, a page each. */
export function AdminTabs({ current }: { readonly current: AdminTab }) {
  const t = useTranslations('admin.tabs');
  return (
    <nav aria-label={t('label')} className="-mt-2 flex flex-wrap gap-x-1 border-b border-line">
      {TABS.map(({ href, key }) => (
        <Link
          key={key}
          href={href}
          aria-current={key === current ? 'page' : undefined}
          className="-mb-px flex min-h-11 items-center border-b-2 border-transparent px-3 text-muted hover:text-ink aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {t(key)}
        </Link>
      ))}
    </nav>
  );
}
