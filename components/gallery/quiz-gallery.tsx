'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Given } from '#game/quiz/vocabulary.ts';
import { Header } from '#components/header.tsx';
import { hintOf } from '#components/quiz/hints.ts';
import { InterviewQuestion } from '#components/quiz/interview-question.tsx';
import { QuizQuestion } from '#components/quiz/quiz-question.tsx';
import type { QuizTexts } from '#components/quiz/quiz-texts.ts';
import { SessionBar } from '#components/quiz/session-bar.tsx';
import { SessionOver } from '#components/quiz/session-over.tsx';
import { NOW } from './build.ts';
import { QUESTIONS, type QuestionName, WRONG } from './quiz-situations.ts';

export type QuizPhase = 'asked' | 'hint' | 'right' | 'wrong' | 'interview' | 'revealed' | 'over';
type QuizGalleryProps = { readonly name: QuestionName; readonly phase: QuizPhase; readonly texts: Pick<Texts, 'rules' | 'names'> };
type Texts = {
  readonly rules: Readonly<Record<string, ReturnType<QuizTexts['ruleText']>>>;
  readonly names: Readonly<Record<string, { readonly name: string }>>;
};

const DAY = 86_400_000;

/** One question in one phase. Nothing here reaches a host. */
export function QuizGallery({ name, phase, texts: { rules, names } }: QuizGalleryProps) {
  const t = useTranslations('study');
  const made = QUESTIONS[name];
  const [given, setGiven] = useState<Given | null>(phase === 'wrong' ? WRONG[name] : phase === 'right' ? made.key.right : null);
  const [hints, setHints] = useState(phase === 'hint' ? 1 : 0);
  const texts: QuizTexts = {
    ruleText: (id) => rules[id] ?? { text: id, section: '3.10' },
    ruleName: (id) => names[id]?.name ?? id,
    concept: () => ({ ask: '', choices: {} }),
    conceptReason: () => '',
  };
  const judged = given && {
    given,
    isRight: JSON.stringify(given) === JSON.stringify(made.key.right),
    isHinted: hints > 0,
    at: NOW,
    due: NOW + 8 * DAY,
  };
  const eyebrow = t('eyebrow', { topic: t('topicNames.close') });
  return (
    <>
      <Header locale={useLocale()} onLocale={() => {}}>
        <SessionBar done={8} count={14} due={12} exitHref="/gallery/quiz" />
      </Header>
      {phase === 'over' && <Over texts={texts} />}
      {(phase === 'interview' || phase === 'revealed') && (
        <InterviewQuestion
          made={made}
          isRevealed={phase === 'revealed'}
          dues={{ 1: NOW + 600_000, 2: NOW + DAY, 3: NOW + 3 * DAY, 4: NOW + 16 * DAY }}
          now={NOW}
          {...{ eyebrow, texts }}
          onReveal={() => {}}
          onGrade={() => {}}
        />
      )}
      {['asked', 'hint', 'right', 'wrong'].includes(phase) && (
        <QuizQuestion
          {...{ made, judged, eyebrow, texts }}
          hint={hintOf(made, hints)}
          isLast={false}
          onGive={setGiven}
          onHint={() => setHints(hints + 1)}
          onNext={() => setGiven(null)}
        />
      )}
    </>
  );
}

function Over({ texts }: { readonly texts: QuizTexts }) {
  const met = [
    { card: 'rule:established-close', isRight: true, due: NOW + 8 * DAY },
    { card: 'rule:fin-wait-1-fin-ack', isRight: false, due: NOW + 600_000 },
    { card: 'rule:time-wait-fin', isRight: true, due: NOW + 2 * DAY },
  ] as const;
  return <SessionOver met={met} now={NOW} backHref="/gallery/quiz" texts={texts} onAgain={() => {}} onMistakes={() => {}} />;
}
