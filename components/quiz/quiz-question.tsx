'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import type { Given, Made } from '#game/quiz/vocabulary.ts';
import { Button } from '#components/button.tsx';
import { AnswerForm } from './answer-form.tsx';
import type { Hint } from './hints.ts';
import { HintText } from './hint-text.tsx';
import { QuestionCard } from './question-card.tsx';
import { QuizLayout } from './quiz-layout.tsx';
import type { QuizTexts } from './quiz-texts.ts';
import { type Judged, VerdictCard } from './verdict-card.tsx';

type QuizQuestionProps = {
  readonly made: Made;
  /** Null as long as it is not answered. */
  readonly judged: Judged | null;
  readonly hint: Hint;
  readonly isLast: boolean;
  readonly eyebrow: ReactNode;
  readonly notice?: ReactNode;
  readonly texts: QuizTexts;
  readonly onGive: (given: Given) => void;
  readonly onHint: () => void;
  readonly onNext: () => void;
};

/** One question of a session of learning: asked, then judged at once. Draw it anew, by its key, for each question. */
export function QuizQuestion({ made, judged, hint, isLast, eyebrow, notice, texts, onGive, onHint, onNext }: QuizQuestionProps) {
  const t = useTranslations('quiz');
  const titleId = useId();
  const { question, key } = made;
  const scene = judged ? (key.scene ?? question.scene) : question.scene;
  return (
    <QuizLayout asked={<QuestionCard question={question} scene={scene} eyebrow={eyebrow} titleId={titleId} texts={texts} />}>
      <AnswerForm
        question={question}
        given={judged?.given ?? null}
        right={judged && key.right}
        struck={hint.struck}
        labelledBy={titleId}
        texts={texts}
        onGive={onGive}
      />
      <HintText hint={hint} texts={texts} />
      {judged === null && hint.hasMore && (
        <Button look="text" className="self-start" onClick={onHint}>
          {t('hint.ask')}
        </Button>
      )}
      {notice}
      {judged && <VerdictCard made={made} judged={judged} isLast={isLast} texts={texts} onNext={onNext} />}
    </QuizLayout>
  );
}
