'use client';

import { useTranslations } from 'next-intl';
import { Problem } from './problem.tsx';

export default function BrokenPage({ reset }: { readonly error: Error; readonly reset: () => void }) {
  const t = useTranslations('problems');
  return (
    <Problem title={t('errorTitle')} text={t('errorText')}>
      <button type="button" onClick={reset} className="text-client underline">
        {t('retry')}
      </button>
    </Problem>
  );
}
