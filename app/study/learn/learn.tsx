'use client';

import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { hintOf } from '#components/quiz/hints.ts';
import { QuizQuestion } from '#components/quiz/quiz-question.tsx';
import { topicOf } from '#game/quiz/curriculum.ts';
import { gradeOf } from '#game/quiz/schedule.ts';
import type { Wish } from '#game/quiz/session.ts';
import { type Given, TOPICS } from '#game/quiz/vocabulary.ts';
import { answerQuestion } from '../answer-question.ts';
import { cardsInAddress } from '../cards-in-address.ts';
import { onward, turned, withHint } from '../running.ts';
import { type Asking, SessionPage } from '../session-page.tsx';
import type { RuleWords } from '../use-quiz-texts.ts';

type LearnWish = Extract<Wish, { mode: 'learn' | 'mistakes' | 'topic' | 'cards' }>;

/** Questions that are judged at once. What is learnt is in the address. */
export function Learn({ rules }: { readonly rules: RuleWords }) {
  const t = useTranslations('study');
  const wish = useWish();
  const practiseMistakes = () => window.history.pushState(null, '', '?mode=mistakes');
  return (
    <SessionPage
      key={JSON.stringify(wish)}
      title={t('learnTitle')}
      wish={wish}
      rules={rules}
      asked={(asking) => <LearnQuestion key={asking.session.running.number} {...asking} mode={wish.mode} />}
      onMistakes={practiseMistakes}
    />
  );
}

function useWish(): LearnWish {
  const query = useSearchParams();
  const topic = TOPICS.find((one) => one === query.get('topic'));
  const isMistakes = query.get('mode') === 'mistakes';
  const cards = query.get('mode') === 'cards' ? query.get('cards') : null;
  return useMemo(() => {
    if (isMistakes) return { mode: 'mistakes' };
    if (cards !== null) return { mode: 'cards', cards: cardsInAddress(cards) };
    return topic ? { mode: 'topic', topic } : { mode: 'learn' };
  }, [isMistakes, cards, topic]);
}

function LearnQuestion({ questions, study, session, made, texts, notice, elapsed, mode }: Asking & { readonly mode: LearnWish['mode'] }) {
  const t = useTranslations('study');
  const { running, change } = session;
  const { number, isTurned, hints, answers, sources } = running;
  const answered = isTurned ? answers.at(-1) : undefined;
  const give = (given: Given) => {
    if (isTurned) return;
    const grade = gradeOf({ right: questions.isRight(made.key, given), hinted: hints > 0 });
    change(turned(answerQuestion(study, running, { given, grade, mode, at: Date.now(), ms: elapsed() })));
  };
  return (
    <QuizQuestion
      made={made}
      judged={answered?.given ? { ...answered, given: answered.given } : null}
      hint={hintOf(made, hints)}
      isLast={number === sources.length - 1}
      eyebrow={t('eyebrow', { topic: t(`topicNames.${topicOf(made.question.card)}`) })}
      notice={notice}
      texts={texts}
      onGive={give}
      onHint={() => change(withHint(running))}
      onNext={() => change(onward(running))}
    />
  );
}
