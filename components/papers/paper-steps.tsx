'use client';
import { useTranslations } from 'next-intl';
import { Button, KeyHint } from '#components/button.tsx';
import { StickyBar } from '#components/quiz/sticky-bar.tsx';

type PaperStepsProps = {
  readonly number: number;
  readonly count: number;
  readonly onNumber: (number: number) => void;
  readonly onHandIn: () => void;
};

/** Back, on, and the end. */
export function PaperSteps({ number, count, onNumber, onHandIn }: PaperStepsProps) {
  const t = useTranslations('papers');
  const isLast = number === count - 1;
  return (
    <StickyBar>
      <div className="flex items-center gap-2">
        <Button look="quiet" className="min-h-12" disabled={number === 0} onClick={() => onNumber(number - 1)}>
          {t('back')}
        </Button>
        <Button look="main" className="flex-1" onClick={() => (isLast ? onHandIn() : onNumber(number + 1))}>
          <span className="flex items-center justify-center gap-2">
            {t(isLast ? 'handIn' : 'next')}
            {!isLast && <KeyHint>Enter</KeyHint>}
          </span>
        </Button>
        {!isLast && (
          <Button look="quiet" className="min-h-12" onClick={onHandIn}>
            {t('handIn')}
          </Button>
        )}
      </div>
    </StickyBar>
  );
}
