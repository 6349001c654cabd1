'use client';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '#components/button.tsx';

type DisputeProps = { readonly isDisputed: boolean; readonly onDispute: (comment: string) => void };

const LONGEST = 500;

/** Keeps the turn for a person to look at. */
export function Dispute({ isDisputed, onDispute }: DisputeProps) {
  const t = useTranslations('duel.dispute');
  const [comment, setComment] = useState('');
  const field = useId();
  if (isDisputed) return <p className="text-sm text-muted">✓ {t('done')}</p>;
  return (
    <details className="text-sm">
      <summary className="inline-flex min-h-7 cursor-pointer items-center text-muted pointer-coarse:min-h-11 underline decoration-line-strong underline-offset-4 hover:text-ink">
        {t('open')}
      </summary>
      <label htmlFor={field} className="mb-1 block">
        {t('comment')}
      </label>
      <textarea
        id={field}
        value={comment}
        maxLength={LONGEST}
        rows={3}
        onChange={(event) => setComment(event.target.value)}
        className="w-full rounded-lg border border-line-strong bg-card p-2 text-base"
      />
      <Button look="quiet" className="mt-1" onClick={() => onDispute(comment.trim())}>
        {t('send')}
      </Button>
    </details>
  );
}
