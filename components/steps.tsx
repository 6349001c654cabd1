'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '#components/button.tsx';
import { PANEL } from '#components/panel.ts';
import { useKeys } from '#components/use-keys.ts';

type StepsProps = {
  /** From 0. */
  readonly step: number;
  readonly count: number;
  readonly onStep: (step: number) => void;
  /** Where one is, in words. */
  readonly children: ReactNode;
};

/** First, back, on, last: also ← → Home End. */
export function Steps({ step, count, onStep, children }: StepsProps) {
  const t = useTranslations('duel.replay');
  const steps = { Home: 0, ArrowLeft: step - 1, ArrowRight: step + 1, End: count - 1 } as const;
  const isPossible = (to: number) => to >= 0 && to < count && to !== step;
  useKeys((event) => {
    const to = event.key in steps ? steps[event.key as keyof typeof steps] : null;
    if (to === null) return;
    event.preventDefault();
    if (isPossible(to)) onStep(to);
  });
  return (
    <nav
      aria-label={t('steps')}
      className={`sticky bottom-0 z-20 flex flex-wrap items-center justify-center gap-2 border-t border-line p-3 lg:static lg:col-span-2 ${PANEL}`}
    >
      {(Object.keys(steps) as (keyof typeof steps)[]).map((key) => (
        <Button
          key={key}
          look="quiet"
          className="min-w-12 disabled:opacity-40"
          disabled={!isPossible(steps[key])}
          aria-label={t(`to.${key}`)}
          aria-keyshortcuts={key}
          onClick={() => onStep(steps[key])}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true" className="mx-auto size-5 fill-ink">
            <path d={SIGNS[key]} />
          </svg>
        </Button>
      ))}
      <p role="status" className="order-first w-full text-center text-sm text-muted lg:order-none lg:w-auto lg:px-4">
        {children}
      </p>
    </nav>
  );
}

const SIGNS = {
  Home: 'M5 5h3v14H5zM20 5v14L9 12z',
  ArrowLeft: 'M18 5v14L6 12z',
  ArrowRight: 'M6 5v14l12-7z',
  End: 'M16 5h3v14h-3zM4 5v14l11-7z',
} as const;
