'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { GRADES, type Grade } from '#game/quiz/schedule.ts';
import type { Made } from '#game/quiz/vocabulary.ts';
import { Button, KeyHint } from '#components/button.tsx';
import { useLetterKeys } from '#components/composer/letter-keys.ts';
import { useKeys } from '#components/use-keys.ts';
import { useAgainWhen } from './again-when.ts';
import { ChoiceText } from './choice-text.tsx';
import { GivenText } from './given-text.tsx';
import { QuestionCard } from './question-card.tsx';
import { QuizLayout } from './quiz-layout.tsx';
import type { QuizTexts } from './quiz-texts.ts';
import { StickyBar } from './sticky-bar.tsx';
import { Why } from './why.tsx';

type InterviewQuestionProps = {
  readonly made: Made;
  readonly isRevealed: boolean;
  /** When it would come again after each grade, and now: milliseconds since 1970. */
  readonly dues: Readonly<Record<Grade, number>>;
  readonly now: number;
  readonly eyebrow: ReactNode;
  readonly notice?: ReactNode;
  readonly texts: QuizTexts;
  readonly onReveal: () => void;
  readonly onGrade: (grade: Grade) => void;
};

/** An open question: one thinks or says the answer, looks at it, and says how well one knew it. Draw it anew for each question. */
export function InterviewQuestion(props: InterviewQuestionProps) {
  const { made, isRevealed, eyebrow, notice, texts } = props;
  const titleId = useId();
  const { question, key } = made;
  const scene = isRevealed ? (key.scene ?? question.scene) : question.scene;
  return (
    <QuizLayout asked={<QuestionCard question={question} scene={scene} eyebrow={eyebrow} titleId={titleId} texts={texts} />}>
      {isRevealed ? <Revealed {...props} /> : <Thinking {...props} />}
      {notice}
    </QuizLayout>
  );
}

function Thinking({ made: { question }, texts, onReveal }: InterviewQuestionProps) {
  const t = useTranslations('quiz.interview');
  useKeys((event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    onReveal();
  });
  return (
    <>
      <p className="text-muted">{t('think')}</p>
      <Offered question={question} texts={texts} />
      <StickyBar>
        <Button look="main" onClick={onReveal}>
          <span className="flex items-center justify-center gap-2">
            {t('reveal')}
            <KeyHint>Enter</KeyHint>
          </span>
        </Button>
      </StickyBar>
    </>
  );
}

/** For a question that says "which of these", or for one who needs a push. */
function Offered({ question: { card, form }, texts }: { readonly question: Made['question']; readonly texts: QuizTexts }) {
  const t = useTranslations('quiz.interview');
  const [isOpen, setOpen] = useState(false);
  if (form.type !== 'choose') return null;
  if (!isOpen) {
    return (
      <Button look="text" className="self-start" onClick={() => setOpen(true)}>
        {t('choices')}
      </Button>
    );
  }
  return (
    <ul className="card divide-y divide-line">
      {form.choices.map((choice) => (
        <li key={JSON.stringify(choice)} className="flex px-4 py-2.5 text-sm">
          <ChoiceText card={card} choice={choice} choices={form.choices} texts={texts} />
        </li>
      ))}
    </ul>
  );
}

function Revealed({ made, texts, ...grading }: InterviewQuestionProps) {
  const t = useTranslations('quiz.interview');
  const title = useRef<HTMLHeadingElement>(null);
  const answer = useRef<HTMLElement>(null);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    answer.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <>
      <section ref={answer} aria-label={t('answer')} className="card scroll-mt-4 scroll-mb-36 space-y-3 p-4">
        <h2 ref={title} tabIndex={-1} className="font-bold text-good outline-none">
          {t('answer')}
        </h2>
        <div className="flex font-semibold">
          <GivenText question={made.question} given={made.key.right} texts={texts} />
        </div>
        <Why made={made} given={null} texts={texts} />
      </section>
      <Grades {...grading} />
    </>
  );
}

type GradesProps = Pick<InterviewQuestionProps, 'dues' | 'now' | 'onGrade'>;

function Grades({ dues, now, onGrade }: GradesProps) {
  const t = useTranslations('quiz.interview');
  const when = useAgainWhen();
  const [hasKeys] = useLetterKeys();
  const legend = useId();
  useKeys((event) => {
    const grade = GRADES.find((one) => String(one) === event.key);
    if (!hasKeys || !grade) return;
    event.preventDefault();
    onGrade(grade);
  });
  return (
    <StickyBar>
      <p id={legend} className="mb-2 text-sm font-semibold">
        {t('how')}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: the line above is its legend. */}
      <div role="group" aria-labelledby={legend} className="grid grid-cols-4 gap-2">
        {GRADES.map((grade) => (
          <button
            key={grade}
            type="button"
            onClick={() => onGrade(grade)}
            className="flex min-h-14 flex-col items-center justify-center rounded-xl border border-line-strong bg-card px-1 py-1.5 hover:border-ink"
          >
            <span className="flex items-center gap-1 text-sm font-semibold">
              {t(`grades.${grade}`)} <KeyHint>{String(grade)}</KeyHint>
            </span>
            <span className="text-center text-xs text-muted">{when(dues[grade], now)}</span>
          </button>
        ))}
      </div>
    </StickyBar>
  );
}
