import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Topic } from '#game/quiz/vocabulary.ts';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { Card } from '#components/pages/card.tsx';
import { useAgainWhen } from './again-when.ts';

type StudyHubProps = {
  readonly due: number;
  /** When the next card that is not due yet comes; null where there is none. Milliseconds since 1970. */
  readonly nextDue: number | null;
  readonly now: number;
  /** Whether nothing has been answered yet. */
  readonly isNew: boolean;
  /** Cards that have never been met. */
  readonly fresh: number;
  /** Cards whose last answer was wrong. */
  readonly mistakes: number;
  readonly isUnderWay: boolean;
  readonly topics: readonly { readonly topic: Topic; readonly met: number; readonly all: number }[];
  readonly notice: ReactNode;
  /** What there is besides, with links. */
  readonly more: ReactNode;
};

/** What is due today, and the ways to study. */
export function StudyHub(props: StudyHubProps) {
  const t = useTranslations('study');
  return (
    <>
      <Today {...props} />
      {props.notice}
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <Way title={t('dailyTitle')} text={t('dailyText')} href="/study/daily">
          {t('dailyOpen')}
        </Way>
        <Way title={t('examTitle')} text={t('examText')} href="/study/exam">
          {t('examOpen')}
        </Way>
        <Way
          title={t('mistakesTitle')}
          text={t('mistakesText', { count: props.mistakes })}
          href={props.mistakes > 0 ? '/study/learn?mode=mistakes' : null}
        >
          {t('mistakesStart')}
        </Way>
        <Way title={t('interviewTitle')} text={t('interviewText')} href="/study/interview">
          {t('interviewStart')}
        </Way>
        <Way title={t('progressTitle')} text={t('progressText')} href="/study/progress">
          {t('progressOpen')}
        </Way>
      </div>
      {props.more}
      <Topics topics={props.topics} />
    </>
  );
}

function Today({ due, nextDue, now, isNew, fresh, isUnderWay }: StudyHubProps) {
  const t = useTranslations('study');
  const when = useAgainWhen();
  return (
    <Card title={t('today')} className="sm:flex-row sm:items-center sm:justify-between">
      <div className="flex-1 space-y-1">
        <p className="text-2xl font-bold">{isNew ? t('first') : t('dueNow', { count: due })}</p>
        <p className="text-sm text-muted">
          {isNew ? t('firstText') : t('newLeft', { count: fresh })}{' '}
          {due === 0 && nextDue !== null && t('nextDue', { when: when(nextDue, now) })}
        </p>
      </div>
      <div className="sm:w-72 sm:shrink-0">
        <ButtonLink look="main" href="/study/learn">
          {t(isUnderWay ? 'resume' : 'start')}
        </ButtonLink>
        <p className="mt-2 text-center text-xs text-muted">{t('length')}</p>
      </div>
    </Card>
  );
}

type WayProps = { readonly title: string; readonly text: string; readonly href: string | null; readonly children: ReactNode };

function Way({ title, text, href, children }: WayProps) {
  return (
    <Card title={title} text={text}>
      {href && (
        <ButtonLink look="quiet" href={href} className="mt-auto self-start">
          {children}
        </ButtonLink>
      )}
    </Card>
  );
}

function Topics({ topics }: Pick<StudyHubProps, 'topics'>) {
  const t = useTranslations('study');
  return (
    <Card title={t('topics')} text={t('topicsText')}>
      <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
        {topics.map(({ topic, met, all }) => (
          <li key={topic}>
            <Link
              href={`/study/learn?mode=topic&topic=${topic}`}
              prefetch={false}
              className="flex min-h-13 flex-col justify-center gap-1.5 rounded-xl border border-line bg-card px-4 py-2 hover:border-ink"
            >
              <span className="flex items-baseline justify-between gap-2">
                <span className="font-semibold">{t(`topicNames.${topic}`)}</span>
                <span className="shrink-0 text-sm text-muted tabular-nums">{t('topicMet', { met, all })}</span>
              </span>
              <span aria-hidden="true" className="h-1 overflow-hidden rounded-full bg-sunken">
                <span className="block h-full bg-client" style={{ width: `${(100 * met) / Math.max(all, 1)}%` }} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
