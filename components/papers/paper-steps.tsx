'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button, KeyHint } from '#components/button.tsx';

type PaperStepsProps = {
  readonly number: number;
  readonly count: number;
  readonly isAnswered: boolean;
  readonly clock: ReactNode;
  readonly onNumber: (number: number) => void;
  readonly onHandIn: () => void;
};

/** Back, on, and the end; beside them, always in sight, whether the question is answered and how much time is left. */
export function PaperSteps({ number, count, isAnswered, clock, onNumber, onHandIn }: PaperStepsProps) {
  const t = useTranslations('papers');
  const isLast = number === count - 1;
  return (
    <footer className="sticky bottom-0 z-10 mx-auto w-full max-w-5xl bg-paper px-4 pt-2 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:px-6">
      <div className="lg:ml-auto lg:w-[calc(50%-1rem)]">
        <div className="mb-2 flex items-center justify-between gap-3">
          <p role="status" className="text-xs text-muted">
            {t(isAnswered ? 'isAnswered' : 'isOpen')}
          </p>
          {clock}
        </div>
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
      </div>
    </footer>
  );
}
