import { useTranslations } from 'next-intl';
import type { Topic } from '#game/quiz/vocabulary.ts';
import { Card } from '#components/pages/card.tsx';

type TopicScoresProps = { readonly scores: readonly { readonly topic: Topic; readonly right: number; readonly count: number }[] };

/** How much was right of each topic: a square for each question. */
export function TopicScores({ scores }: TopicScoresProps) {
  const t = useTranslations('papers');
  const study = useTranslations('study');
  return (
    <Card title={t('byTopic')} className="break-inside-avoid">
      <ul className="grid gap-x-8 gap-y-2 sm:grid-cols-2 lg:grid-cols-3 print:grid-cols-2">
        {scores.map(({ topic, right, count }) => (
          <li key={topic} className="flex items-center gap-3 text-sm">
            <span className="min-w-0 flex-1">{study(`topicNames.${topic}`)}</span>
            <span aria-hidden="true" className="flex flex-wrap gap-1">
              {Array.from({ length: count }, (_, n) => (
                <span
                  // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike.
                  key={n}
                  className={`inline-flex size-4 items-center justify-center rounded-sm border text-[0.65rem] leading-none font-bold ${n < right ? 'border-good text-good' : 'border-bad text-bad'}`}
                >
                  {n < right ? '✓' : '✕'}
                </span>
              ))}
            </span>
            <span className="w-10 text-right font-semibold tabular-nums">{t('share', { right, count })}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
