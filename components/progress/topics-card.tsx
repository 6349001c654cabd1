import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { KNOWN_FROM, STANDINGS, type Standing, type TopicStanding } from '#game/quiz/progress.ts';
import type { Topic } from '#game/quiz/vocabulary.ts';
import { Card } from '#components/pages/card.tsx';
import { usePercent } from './use-percent.ts';

type TopicsCardProps = { readonly topics: readonly TopicStanding[]; readonly topicHref: (topic: Topic) => string };

const BARS: Readonly<Record<Standing, string>> = { known: 'bg-good', learning: 'bg-amber-faint', new: 'bg-line' };

/** How many cards of each topic are known, being learnt, and new. */
export function TopicsCard({ topics, topicHref }: TopicsCardProps) {
  const t = useTranslations('progress.topics');
  const percent = usePercent();
  const names = useTranslations('study.topicNames');
  return (
    <Card title={t('title')} text={t('text', { percent: percent(KNOWN_FROM) })}>
      <Legend />
      <ul className="flex flex-col gap-1">
        {topics.map(({ topic, ...counts }) => (
          <li key={topic}>
            <Link
              href={topicHref(topic)}
              prefetch={false}
              className="flex min-h-11 flex-col justify-center gap-1 rounded-lg px-2 py-1 hover:bg-sunken"
            >
              <span className="flex items-baseline justify-between gap-3 text-sm">
                <span className="font-medium">{names(topic)}</span>
                <span aria-hidden="true" className="text-muted tabular-nums">
                  {STANDINGS.map((standing) => counts[standing]).join(' · ')}
                </span>
                <span className="sr-only">{t('counts', counts)}</span>
              </span>
              <Bar {...counts} />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Bar(counts: Omit<TopicStanding, 'topic'>) {
  return (
    <span aria-hidden="true" className="flex h-2 gap-px overflow-hidden rounded-full">
      {STANDINGS.filter((standing) => counts[standing] > 0).map((standing) => (
        <span key={standing} className={BARS[standing]} style={{ flexGrow: counts[standing] }} />
      ))}
    </span>
  );
}

function Legend() {
  const t = useTranslations('progress.topics');
  return (
    <ul aria-hidden="true" className="flex flex-wrap gap-x-5 gap-y-1 px-2 text-sm text-muted">
      {STANDINGS.map((standing) => (
        <li key={standing} className="flex items-center gap-2">
          <span className={`size-3 rounded-full ${BARS[standing]}`} />
          {t(`standings.${standing}`)}
        </li>
      ))}
    </ul>
  );
}
