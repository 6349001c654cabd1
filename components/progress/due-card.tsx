import { useFormatter, useTranslations } from 'next-intl';
import type { DueDay } from '#game/quiz/study-days.ts';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { Card } from '#components/pages/card.tsx';

type DueCardProps = {
  /** From today on. */
  readonly days: readonly DueDay[];
  readonly learnHref: string;
};

/** What comes back in the coming days: a bar a day. */
export function DueCard({ days, learnHref }: DueCardProps) {
  const t = useTranslations('progress.due');
  const most = Math.max(1, ...days.map(({ count }) => count));
  return (
    <Card title={t('title')} text={t('text')}>
      <ol className="flex min-h-36 flex-1 items-stretch gap-1.5">
        {days.map(({ day, count }, n) => (
          <DueBar key={day} day={day} count={count} height={count / most} isToday={n === 0} />
        ))}
      </ol>
      <ButtonLink look="quiet" href={learnHref}>
        {t('start')}
      </ButtonLink>
    </Card>
  );
}

type DueBarProps = DueDay & {
  /** Of the highest, 0 to 1. */
  readonly height: number;
  readonly isToday: boolean;
};

function DueBar({ day, count, height, isToday }: DueBarProps) {
  const t = useTranslations('progress.due');
  const format = useFormatter();
  const date = (style: 'short' | 'long') => format.dateTime(new Date(day), { weekday: style, timeZone: 'UTC' });
  return (
    <li className="flex min-w-0 flex-1 flex-col text-center text-xs">
      <span className="sr-only">{t('day', { day: isToday ? t('today') : date('long'), count })}</span>
      <span aria-hidden="true" className="flex flex-1 flex-col justify-end">
        <span className={`font-semibold tabular-nums ${count > 0 ? '' : 'text-muted'}`}>{count}</span>
        <span className={`min-h-0.5 rounded-t ${isToday ? 'bg-ink' : 'bg-line-strong'}`} style={{ flexBasis: `${80 * height}%` }} />
      </span>
      <span aria-hidden="true" className={`pt-1 ${isToday ? 'font-semibold' : 'text-muted'}`}>
        {isToday ? t('today') : date('short')}
      </span>
    </li>
  );
}
