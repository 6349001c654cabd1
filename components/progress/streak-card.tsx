import { useFormatter, useTranslations } from 'next-intl';
import type { StudyDay } from '#protocol/study.ts';
import { lastWeeks } from '#game/quiz/study-days.ts';
import { Card } from '#components/pages/card.tsx';

const WEEKS = 5;

type StreakCardProps = {
  readonly streak: number;
  readonly days: readonly StudyDay[];
  /** YYYY-MM-DD by the reader's clock. */
  readonly today: string;
};

/** Days in a row, and a calendar in which one sees where they began. */
export function StreakCard({ streak, days, today }: StreakCardProps) {
  const t = useTranslations('progress.streak');
  const answers = new Map(days.map((day) => [day.day, day.answers]));
  const isDone = answers.has(today);
  return (
    <Card title={t('title')}>
      <div>
        <p className="text-3xl font-bold tabular-nums">{t('days', { count: streak })}</p>
        <p className="text-sm text-muted">{t(isDone ? 'done' : streak > 0 ? 'open' : 'none')}</p>
      </div>
      <Calendar weeks={lastWeeks(today, WEEKS)} today={today} answers={answers} />
    </Card>
  );
}

type CalendarProps = {
  readonly weeks: readonly (readonly string[])[];
  readonly today: string;
  readonly answers: ReadonlyMap<string, number>;
};

function Calendar({ weeks, today, answers }: CalendarProps) {
  const t = useTranslations('progress.streak');
  const format = useFormatter();
  const weekday = (day: string, style: 'narrow' | 'long') => format.dateTime(new Date(day), { weekday: style, timeZone: 'UTC' });
  return (
    <table className="w-full max-w-80 table-fixed border-separate border-spacing-1 text-center text-sm">
      <caption className="sr-only">{t('calendar', { weeks: weeks.length })}</caption>
      <thead>
        <tr className="text-xs text-muted">
          {weeks[0]?.map((day) => (
            <th key={day} scope="col" className="font-normal">
              <span aria-hidden="true">{weekday(day, 'narrow')}</span>
              <span className="sr-only">{weekday(day, 'long')}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <CalendarDay key={day} day={day} today={today} answers={answers.get(day) ?? 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CalendarDay({ day, today, answers }: { readonly day: string; readonly today: string; readonly answers: number }) {
  const t = useTranslations('progress.streak');
  const format = useFormatter();
  if (day > today) return <td aria-hidden="true" />;
  const date = format.dateTime(new Date(day), { day: 'numeric', month: 'long', timeZone: 'UTC' });
  const words = t('answers', { day: date, count: answers });
  const look = answers > 0 ? 'bg-good font-bold text-card' : 'bg-stripe text-muted';
  return (
    <td
      title={words}
      aria-current={day === today ? 'date' : undefined}
      className={`rounded-lg py-1 tabular-nums ${look} ${day === today ? 'outline-2 outline-ink' : ''}`}
    >
      <span aria-hidden="true">{Number(day.slice(-2))}</span>
      <span className="sr-only">{words}</span>
    </td>
  );
}
