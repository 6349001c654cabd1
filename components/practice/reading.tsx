'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button, KeyHint } from '#components/button.tsx';
import { useVerdictKeys } from '#components/verdict/use-verdict-keys.ts';

type ReadingProps = {
  /** What a screen reader calls it; a verdict where it is absent. */
  readonly title?: string;
  /** What the button says that leads on. */
  readonly next: string;
  readonly onNext: () => void;
  /** Beside that button. */
  readonly other?: ReactNode;
  readonly children: ReactNode;
};

/** Something to be read, for as long as one likes. Enter goes on. */
export function Reading({ title, next, onNext, other, children }: ReadingProps) {
  const t = useTranslations('duel.verdict');
  const heading = useVerdictKeys(onNext);
  const name = title ?? t('title');
  return (
    <section aria-label={name} className="flex min-h-0 flex-1 flex-col">
      <div className="min-h-0 flex-1 space-y-3 px-4 pt-4 pb-3 lg:overflow-y-auto lg:px-5">
        <h2 ref={heading} tabIndex={-1} className="sr-only">
          {name}
        </h2>
        {children}
      </div>
      <div className="sticky bottom-0 z-10 flex flex-col gap-2 border-t border-line bg-card px-4 pt-2 pb-[max(0.75rem,env(safe-area-inset-bottom))] lg:border-0 lg:px-5 lg:pb-5">
        {other}
        <Button look="main" onClick={onNext}>
          <span className="flex items-center justify-center gap-2">
            {next}
            <KeyHint>Enter</KeyHint>
          </span>
        </Button>
      </div>
    </section>
  );
}
