'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import type { CardId } from '#game/quiz/vocabulary.ts';
import { Button } from '#components/button.tsx';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { useAgainWhen } from './again-when.ts';
import { CardName } from './card-name.tsx';
import type { QuizTexts } from './quiz-texts.ts';

export type Met = { readonly card: CardId; readonly isRight: boolean; readonly due: number };

type SessionOverProps = {
  readonly met: readonly Met[];
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly backHref: string;
  readonly notice?: ReactNode;
  readonly texts: QuizTexts;
  readonly onAgain: () => void;
  /** Null where there are none to practise. */
  readonly onMistakes: (() => void) | null;
};

/** What a session came to: how much was right, and what comes when. */
export function SessionOver({ met, now, backHref, notice, texts, onAgain, onMistakes }: SessionOverProps) {
  const t = useTranslations('quiz.over');
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const right = met.filter(({ isRight }) => isRight).length;
  return (
    <main className="mx-auto flex w-full max-w-2xl flex-1 flex-col gap-6 px-4 py-6 sm:px-6 sm:py-10">
      <h1 ref={title} tabIndex={-1} className="text-2xl font-bold tracking-tight outline-none sm:text-3xl">
        {t('title', { right, count: met.length })}
      </h1>
      {notice}
      <div className="flex flex-wrap gap-3">
        <Button look="main" className="sm:w-auto sm:px-8" onClick={onAgain}>
          {t('again')}
        </Button>
        {onMistakes && (
          <Button look="quiet" onClick={onMistakes}>
            {t('mistakes', { count: met.length - right })}
          </Button>
        )}
        <ButtonLink look="quiet" href={backHref}>
          {t('back')}
        </ButtonLink>
      </div>
      <ComingList met={met} now={now} texts={texts} />
    </main>
  );
}

function ComingList({ met, now, texts }: Pick<SessionOverProps, 'met' | 'now' | 'texts'>) {
  const t = useTranslations('quiz.over');
  const when = useAgainWhen();
  return (
    <section aria-label={t('coming')} className="flex flex-col gap-3">
      <h2 className="text-lg font-bold">{t('coming')}</h2>
      <ol className="card divide-y divide-line">
        {met
          .toSorted((a, b) => a.due - b.due)
          .map(({ card, isRight, due }) => (
            <li key={card} className="flex items-baseline gap-3 px-4 py-3 text-sm">
              <span className={`font-bold ${isRight ? 'text-good' : 'text-bad'}`}>
                <span aria-hidden="true">{isRight ? '✓' : '✕'}</span>
                <span className="sr-only">{t(isRight ? 'wasRight' : 'wasWrong')}</span>
              </span>
              <span className="min-w-0 flex-1">
                <CardName card={card} texts={texts} />
              </span>
              <span className="shrink-0 text-muted">{when(due, now)}</span>
            </li>
          ))}
      </ol>
    </section>
  );
}
