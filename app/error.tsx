'use client';

import { useTranslations } from 'next-intl';
import { Problem } from './problem.tsx';

type BrokenPageProps = { readonly error: Error & { readonly digest?: string }; readonly reset: () => void };

/** Next gives an error that happened at the host a digest, under which the host has printed it; one of the browser's has none. */
export default function BrokenPage({ error: { digest }, reset }: BrokenPageProps) {
  const t = useTranslations('problems');
  return (
    <Problem title={t('errorTitle')} text={digest ? `${t('errorText')} ${t('number', { report: digest })}` : t('errorText')}>
      <button type="button" onClick={reset} className="text-client underline">
        {t('retry')}
      </button>
    </Problem>
  );
}
