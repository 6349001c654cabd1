'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { Given, Made } from '#game/quiz/vocabulary.ts';
import { Button, KeyHint } from '#components/button.tsx';
import { useVerdictKeys } from '#components/verdict/use-verdict-keys.ts';
import { useAgainWhen } from './again-when.ts';
import { GivenText } from './given-text.tsx';
import type { QuizTexts } from './quiz-texts.ts';
import { StickyBar } from './sticky-bar.tsx';
import { Why } from './why.tsx';

export type Judged = {
  readonly given: Given;
  readonly isRight: boolean;
  /** Right with a hint: it comes again sooner. */
  readonly isHinted: boolean;
  /** When it was answered, and when it comes again: milliseconds since 1970. */
  readonly at: number;
  readonly due: number;
};

type VerdictCardProps = {
  readonly made: Made;
  readonly judged: Judged;
  readonly isLast: boolean;
  readonly texts: QuizTexts;
  readonly onNext: () => void;
};

/** Right or wrong, why, and when it comes again. */
export function VerdictCard({ made, judged, isLast, texts, onNext }: VerdictCardProps) {
  const t = useTranslations('quiz.verdict');
  const when = useAgainWhen();
  const title = useVerdictKeys(onNext);
  const card = useRef<HTMLElement>(null);
  useEffect(() => void card.current?.scrollIntoView({ block: 'nearest' }), []);
  const { isRight, isHinted, given, at, due } = judged;
  return (
    <>
      <section
        ref={card}
        aria-label={t('title')}
        className={`scroll-my-24 space-y-3 rounded-card p-4 ${isRight ? 'bg-good-soft' : 'bg-bad-soft'}`}
      >
        <h2 ref={title} tabIndex={-1} className={`font-bold outline-none ${isRight ? 'text-good' : 'text-bad'}`}>
          <span aria-hidden="true">{isRight ? '✓' : '✕'}</span> {t(isRight ? (isHinted ? 'rightWithHint' : 'right') : 'wrong')}
        </h2>
        {!isRight && (
          <div className="rounded-lg bg-card px-3 py-2 text-sm">
            <p className="font-semibold text-good">{t('rightAnswer')}</p>
            <GivenText question={made.question} given={made.key.right} texts={texts} />
          </div>
        )}
        <Why made={made} given={isRight ? null : given} texts={texts} />
        <p role="status" className="text-sm font-medium">
          {t('again', { when: when(due, at) })}
        </p>
      </section>
      <StickyBar>
        <Button look="main" onClick={onNext}>
          <span className="flex items-center justify-center gap-2">
            {t(isLast ? 'finish' : 'next')}
            <KeyHint>Enter</KeyHint>
          </span>
        </Button>
      </StickyBar>
    </>
  );
}
