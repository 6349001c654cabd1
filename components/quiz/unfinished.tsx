import { useTranslations } from 'next-intl';

type UnfinishedProps = {
  /** What it still wants, in words. */
  readonly missing: string;
  /** Whether a whole answer was given before, which counts as long as there is no other. */
  readonly hasEarlier: boolean;
};

/** An answer that is not whole yet. */
export function Unfinished({ missing, hasEarlier }: UnfinishedProps) {
  const t = useTranslations('quiz');
  return (
    <p className="text-sm text-muted">
      {missing}
      {hasEarlier && <span className="block">{t('earlierCounts')}</span>}
    </p>
  );
}
