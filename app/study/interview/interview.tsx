'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { InterviewQuestion } from '#components/quiz/interview-question.tsx';
import { topicOf } from '#game/quiz/curriculum.ts';
import { GRADES, type Grade } from '#game/quiz/schedule.ts';
import type { Wish } from '#game/quiz/session.ts';
import { answerQuestion, dueAfter } from '../answer-question.ts';
import { onward, turned } from '../running.ts';
import { type Asking, SessionPage } from '../session-page.tsx';
import type { RuleWords } from '../use-quiz-texts.ts';

const WISH: Wish = { mode: 'interview' };

/** Open questions, which are graded by oneself. */
export function Interview({ rules }: { readonly rules: RuleWords }) {
  const t = useTranslations('study');
  const router = useRouter();
  return (
    <SessionPage
      title={t('interviewTitle')}
      wish={WISH}
      rules={rules}
      asked={(asking) => <AskedAloud key={asking.session.running.number} {...asking} />}
      onMistakes={() => router.push('/study/learn?mode=mistakes')}
    />
  );
}

function AskedAloud({ study, session, made, texts, notice, elapsed }: Asking) {
  const t = useTranslations('study');
  const { running, change } = session;
  const now = Date.now();
  const give = (grade: Grade) => {
    const answer = { given: null, grade, mode: 'interview', at: Date.now(), ms: elapsed() } as const;
    change(onward(answerQuestion(study, running, answer)));
  };
  return (
    <InterviewQuestion
      made={made}
      isRevealed={running.isTurned}
      dues={Object.fromEntries(GRADES.map((grade) => [grade, dueAfter(study.cards, running, grade, now)])) as Record<Grade, number>}
      now={now}
      eyebrow={t('interviewEyebrow', { topic: t(`topicNames.${topicOf(made.question.card)}`) })}
      notice={notice}
      texts={texts}
      onReveal={() => change(turned(running))}
      onGrade={give}
    />
  );
}
