'use client';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { Given } from '#game/quiz/vocabulary.ts';
import type { PaperItem, PaperKind } from '#protocol/study.ts';
import { AskDialog } from '#components/ask-dialog.tsx';
import { AnswerForm } from '#components/quiz/answer-form.tsx';
import { QuestionCard } from '#components/quiz/question-card.tsx';
import { QuizLayout } from '#components/quiz/quiz-layout.tsx';
import type { AskedTexts } from '#components/quiz/quiz-texts.ts';
import { useKeys } from '#components/use-keys.ts';
import { NumberRow } from './number-row.tsx';
import { PaperClock } from './paper-clock.tsx';
import { PaperSteps } from './paper-steps.tsx';

type PaperSheetProps = {
  readonly kind: PaperKind;
  readonly items: readonly PaperItem[];
  /** The question that is looked at, from 0. */
  readonly number: number;
  /** By the host's clock, in milliseconds since 1970. */
  readonly endsAt: number;
  readonly hostNow: () => number;
  readonly isCutOff: boolean;
  readonly texts: AskedTexts;
  readonly onNumber: (number: number) => void;
  readonly onGive: (given: Given) => void;
  readonly onHandIn: () => void;
};

/** One question of a paper, and the way to the others. An answer can be changed until all of it is handed in. */
export function PaperSheet(props: PaperSheetProps) {
  const { kind, items, number, endsAt, hostNow, isCutOff, texts, onNumber, onGive, onHandIn } = props;
  const t = useTranslations('papers');
  const titleId = useId();
  const [isAsking, setAsking] = useState(false);
  const go = (next: number) => next >= 0 && next < items.length && onNumber(next);
  useStepKeys(number, go);
  const item = items[number];
  if (!item) return null;
  const { question, given } = item;
  const open = items.filter((one) => one.given === null).length;
  return (
    <>
      <NumberRow items={items} number={number} onNumber={onNumber} />
      <QuizLayout
        asked={
          <QuestionCard
            key={number}
            question={question}
            scene={question.scene}
            eyebrow={t('eyebrow', { kind, number: number + 1, count: items.length })}
            titleId={titleId}
            texts={texts}
          />
        }
      >
        <AnswerForm
          key={number}
          question={question}
          given={given}
          right={null}
          struck={NONE}
          labelledBy={titleId}
          givesAtOnce
          texts={texts}
          onGive={onGive}
        />
        <p role="status" className="rounded-lg bg-amber-soft px-3 py-2 text-sm text-amber empty:hidden">
          {isCutOff ? t('cutOff') : null}
        </p>
      </QuizLayout>
      <PaperSteps
        number={number}
        count={items.length}
        isAnswered={given !== null}
        clock={<PaperClock endsAt={endsAt} hostNow={hostNow} />}
        onNumber={go}
        onHandIn={() => setAsking(true)}
      />
      {isAsking && (
        <AskDialog
          asked={{ title: t('ask.title', { open }), text: t('ask.text', { open }), yes: t('ask.yes'), no: t('ask.no') }}
          onYes={onHandIn}
          onNo={() => setAsking(false)}
        />
      )}
    </>
  );
}

/** A paper has no hints. */
const NONE: readonly number[] = [];

/** Enter and the arrows go on and back; where a terminal is scrolled sideways, the arrows are its. */
function useStepKeys(number: number, go: (next: number) => void): void {
  useKeys((event) => {
    const by = { Enter: 1, ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined || (event.target instanceof Element && event.target.closest('pre'))) return;
    event.preventDefault();
    go(number + by);
  });
}
