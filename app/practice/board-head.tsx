'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Level } from '#game/match/vocabulary.ts';
import { PageHeader } from '../page-header.tsx';
import { CATCH, PRACTICE } from './hrefs.ts';
import type { Kind } from './kept.ts';

type BoardHeadProps = { readonly kind: Kind; readonly level: Level; readonly scenarioName: string | null };

/** The bar on top of a board: what is practised, and the way to something else. */
export function BoardHead({ kind, level, scenarioName }: BoardHeadProps) {
  const t = useTranslations('practice');
  return (
    <PageHeader>
      <Link href={kind === 'practice' ? PRACTICE : CATCH} className="rounded-md py-2 text-sm text-muted underline hover:text-ink">
        {kind === 'practice' ? t('title') : t('catch.title')}
      </Link>
      <span className="min-w-0 truncate text-sm text-muted">
        {t('board.level', { level })}
        {scenarioName && ` · ${scenarioName}`}
      </span>
    </PageHeader>
  );
}
