'use client';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '#components/button.tsx';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { Card } from '#components/pages/card.tsx';
import { useWhen } from '#components/pages/when.ts';
import type { DailyAnswer } from '#protocol/study.ts';

type DailyCardProps = {
  readonly daily: DailyAnswer;
  /** Under which one stands on the board. */
  readonly name: string;
  readonly onStart: () => void;
};

const DAY_MS = 86_400_000;

/** The challenge of a day: to begin, to go on with, or over. */
export function DailyCard({ daily, name, onStart }: DailyCardProps) {
  const t = useTranslations('papers.daily');
  const format = useFormatter();
  const when = useWhen();
  const midnight = Date.parse(daily.day);
  const date = format.dateTime(midnight, { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <Card title={date} text={t('what', { questions: daily.questions, minutes: daily.seconds / 60 })}>
      <WayIn daily={daily} onStart={onStart} />
      <p className="text-sm text-muted">{t('next', { when: when(midnight + DAY_MS) })}</p>
      {name !== '' && !daily.isFinished && (
        <p className="text-sm text-muted">
          {t('name', { name })}{' '}
          <Link href="/account" prefetch={false} className="whitespace-nowrap text-client underline">
            {t('rename')}
          </Link>
        </p>
      )}
    </Card>
  );
}

function WayIn({ daily: { paperId, isFinished }, onStart }: Pick<DailyCardProps, 'daily' | 'onStart'>) {
  const t = useTranslations('papers.daily');
  const href = `/study/papers/${paperId}`;
  if (paperId === null)
    return (
      <Button look="main" onClick={onStart}>
        {t('start')}
      </Button>
    );
  if (!isFinished)
    return (
      <ButtonLink look="main" href={href} prefetch={false}>
        {t('goOn')}
      </ButtonLink>
    );
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p className="font-semibold">
        <span aria-hidden="true">✓</span> {t('done')}
      </p>
      <ButtonLink look="quiet" href={`${href}/result`} prefetch={false}>
        {t('look')}
      </ButtonLink>
    </div>
  );
}
