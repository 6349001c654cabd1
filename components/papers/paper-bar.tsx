import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { PaperItem, PaperKind } from '#protocol/study.ts';

type PaperBarProps = {
  readonly kind: PaperKind;
  readonly items: readonly PaperItem[];
};

/** The way out of a paper, and how far one is. */
export function PaperBar({ kind, items }: PaperBarProps) {
  const t = useTranslations('papers');
  return (
    <div className="flex min-w-0 flex-1 items-center gap-3">
      <Link
        href={`/study/${kind}`}
        prefetch={false}
        aria-label={t('exit')}
        title={t('exit')}
        className="-ml-2 inline-flex size-11 shrink-0 items-center justify-center rounded-lg text-lg hover:bg-sunken"
      >
        <span aria-hidden="true">✕</span>
      </Link>
      <p className="min-w-0 flex-1 text-sm text-muted">
        {t('answered', { done: items.filter(({ given }) => given !== null).length, count: items.length })}
      </p>
    </div>
  );
}
