import { useTranslations } from 'next-intl';
import { Button } from '#components/button.tsx';

type PageStepsProps = {
  readonly page: number;
  readonly count: number;
  /** Which of how many are shown, in words. */
  readonly label: string;
  readonly onPage: (page: number) => void;
};

/** Back and on, where there is more than one page. */
export function PageSteps({ page, count, label, onPage }: PageStepsProps) {
  const t = useTranslations('captures.pages');
  if (count <= 1) return null;
  return (
    <nav aria-label={t('label')} className="flex flex-wrap items-center justify-center gap-x-3 gap-y-2">
      <Button look="quiet" disabled={page === 0} onClick={() => onPage(page - 1)}>
        <span aria-hidden="true">←</span> {t('previous')}
      </Button>
      <p role="status" className="text-center text-sm text-muted tabular-nums max-sm:order-first max-sm:w-full">
        {label}
      </p>
      <Button look="quiet" disabled={page === count - 1} onClick={() => onPage(page + 1)}>
        {t('next')} <span aria-hidden="true">→</span>
      </Button>
    </nav>
  );
}
