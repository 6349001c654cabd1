'use client';
import { useTranslations } from 'next-intl';
import { topicOf } from '#game/quiz/curriculum.ts';
import { TOPICS } from '#game/quiz/vocabulary.ts';
import type { PaperAnswer, PaperResult as Result } from '#protocol/study.ts';
import { Button } from '#components/button.tsx';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { Main } from '#components/pages/main.tsx';
import { useWhen } from '#components/pages/when.ts';
import { clockText } from '#components/projector/clock-text.ts';
import type { QuizTexts } from '#components/quiz/quiz-texts.ts';
import { QuestionResult } from './question-result.tsx';
import { TopicScores } from './topic-scores.tsx';

type PaperResultProps = {
  readonly paper: PaperAnswer;
  readonly result: Result;
  /** Whose it is. */
  readonly name: string;
  readonly texts: QuizTexts;
  readonly onPrint: () => void;
};

/** What a paper came to, on the screen and on paper. */
export function PaperResult({ paper: { kind, items }, result, name, texts, onPrint }: PaperResultProps) {
  const t = useTranslations('papers');
  const when = useWhen();
  return (
    <Main
      title={t('score', { kind, right: result.right, count: items.length })}
      intro={
        <p>
          <strong className="font-semibold text-ink">{name}</strong> · {when(result.finishedAt)} ·{' '}
          {t('took', { time: clockText(result.ms) })}
        </p>
      }
    >
      <div className="flex flex-wrap gap-3 print:hidden">
        <Button look="quiet" onClick={onPrint}>
          {t('print')}
        </Button>
        {result.right < items.length && (
          <ButtonLink look="quiet" href="/study/learn?mode=mistakes" prefetch={false}>
            {t('mistakes')}
          </ButtonLink>
        )}
        <ButtonLink look="quiet" href={`/study/${kind}`} prefetch={false}>
          {t(`again.${kind}`)}
        </ButtonLink>
      </div>
      <TopicScores scores={scoresOf(items, result.isRight)} />
      <ol className="flex flex-col gap-5 print:block print:space-y-3 print:[zoom:0.85]">
        {items.map((item, number) => {
          const key = result.keys[number];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a question is its number.
            <li key={number}>
              {key && <QuestionResult number={number} item={item} answer={key} isRight={result.isRight[number] === true} texts={texts} />}
            </li>
          );
        })}
      </ol>
    </Main>
  );
}

/** In the order in which they are taught; those of which something was asked. */
function scoresOf(items: PaperAnswer['items'], isRight: Result['isRight']) {
  const asked = items.map(({ question: { card } }, number) => ({ topic: card && topicOf(card), isRight: isRight[number] === true }));
  return TOPICS.map((topic) => {
    const ofTopic = asked.filter((one) => one.topic === topic);
    return { topic, right: ofTopic.filter((one) => one.isRight).length, count: ofTopic.length };
  }).filter(({ count }) => count > 0);
}
