'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Key, Question } from '#game/quiz/vocabulary.ts';
import type { PaperItem } from '#protocol/study.ts';
import { AskedDetails } from '#components/quiz/asked-details.tsx';
import { AskedTitle } from '#components/quiz/asked-title.tsx';
import { GivenText } from '#components/quiz/given-text.tsx';
import type { QuizTexts } from '#components/quiz/quiz-texts.ts';
import { SceneLadder } from '#components/quiz/scene-ladder.tsx';
import { Why } from '#components/quiz/why.tsx';

type QuestionResultProps = {
  /** From 0. */
  readonly number: number;
  readonly item: PaperItem;
  readonly answer: Key;
  readonly isRight: boolean;
  readonly texts: QuizTexts;
};

/** A sheet has room for the ladder beside the answers only where it is smaller. */
const BESIDE = 'grid gap-4 lg:grid-cols-2 print:grid-cols-[minmax(0,20rem)_minmax(0,1fr)]';

/** One question of a paper that was handed in: asked, answered, judged and explained. Signs and words tell right from wrong, also in black and white. */
export function QuestionResult({ number, item: { question, given }, answer, isRight, texts }: QuestionResultProps) {
  const t = useTranslations('papers');
  const scene = answer.scene ?? question.scene;
  const hasLadder = scene !== null && scene.moments.length > 0;
  return (
    <div className="card flex min-w-0 flex-col gap-3 p-4 sm:p-5 print:break-inside-avoid print:border-line-strong print:p-3 print:shadow-none print:[&_a[href^='/learn']]:hidden">
      <p className={`text-sm font-bold ${isRight ? 'text-good' : 'text-bad'}`}>
        {t('verdict', { number: number + 1, is: isRight ? 'right' : given ? 'wrong' : 'open' })}
      </p>
      <h2 className="text-lg font-bold text-balance print:text-base">
        <AskedTitle question={question} texts={texts} />
      </h2>
      <div className={hasLadder ? BESIDE : 'flex flex-col gap-3'}>
        <div className="flex min-w-0 flex-col gap-3 empty:hidden">
          {hasLadder && (
            <div className="w-full max-w-md print:w-fit print:[zoom:0.7]">
              <SceneLadder scene={scene} />
            </div>
          )}
          <AskedDetails question={question} />
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          {given && (
            <Said is={isRight ? 'right' : 'wrong'} name={t('ownAnswer')}>
              <GivenText question={question} given={given} texts={texts} />
            </Said>
          )}
          {!isRight && (
            <Said is="right" name={t('rightAnswer')}>
              <GivenText question={question} given={answer.right} texts={texts} />
            </Said>
          )}
          {isToldNow(question) && <Why made={{ question, key: answer }} given={isRight ? null : given} texts={texts} />}
        </div>
      </div>
    </div>
  );
}

/** A paper that was handed in says what each of its questions is about. */
function isToldNow(question: PaperItem['question']): question is Question {
  return question.card !== null;
}

const LOOKS = { right: 'border-good bg-good-soft', wrong: 'border-dashed border-bad bg-bad-soft' } as const;

type SaidProps = { readonly is: keyof typeof LOOKS; readonly name: string; readonly children: ReactNode };

function Said({ is, name, children }: SaidProps) {
  return (
    <div className={`rounded-xl border px-4 py-2.5 ${LOOKS[is]}`}>
      <p className={`text-xs font-semibold ${is === 'right' ? 'text-good' : 'text-bad'}`}>
        <span aria-hidden="true">{is === 'right' ? '✓' : '✕'}</span> {name}
      </p>
      <div className="flex min-w-0 text-[0.95rem]">{children}</div>
    </div>
  );
}
