'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '#components/button.tsx';
import { Main } from '#components/pages/main.tsx';
import type { Summary } from '#game/capture/overview.ts';

type PracticeOverProps = {
  readonly summary: Summary;
  readonly right: number;
  readonly answered: number;
  readonly onAgain: () => void;
  readonly onStop: () => void;
};

export function PracticeOver({ summary: { client, server }, right, answered, onAgain, onStop }: PracticeOverProps) {
  const t = useTranslations('captures.play');
  const result = useRef<HTMLParagraphElement>(null);
  useEffect(() => result.current?.focus(), []);
  return (
    <Main title={t('practice', { client, server })} narrow>
      <p ref={result} tabIndex={-1} className="text-xl font-bold outline-none">
        {answered === 0 ? t('doneNone') : t('doneTitle', { right, count: answered })}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button look="quiet" onClick={onStop}>
          {t('toLadder')}
        </Button>
        <Button look="quiet" onClick={onAgain}>
          {t('again')}
        </Button>
      </div>
    </Main>
  );
}
