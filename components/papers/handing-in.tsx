import { useTranslations } from 'next-intl';
import { Button } from '#components/button.tsx';
import { Main } from '#components/pages/main.tsx';

type HandingInProps = {
  readonly isTimeUp: boolean;
  readonly isCutOff: boolean;
  /** Whether it is not being handed in, but is not there yet. */
  readonly isLoading: boolean;
  readonly onRetry: () => void;
};

/** Between a paper and its result. */
export function HandingIn({ isTimeUp, isCutOff, isLoading, onRetry }: HandingInProps) {
  const t = useTranslations('papers');
  if (isLoading)
    return (
      <Main title={t('title')} narrow>
        <p className="text-muted">{t('loading')}</p>
      </Main>
    );
  return (
    <Main title={t(isTimeUp ? 'timeIsUp' : 'handingIn')} narrow>
      <p role="status" className="text-muted">
        {t(isCutOff ? 'handInWaits' : 'handInText')}
      </p>
      {isCutOff && (
        <Button look="quiet" className="self-start" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </Main>
  );
}
