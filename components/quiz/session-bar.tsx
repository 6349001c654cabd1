import Link from 'next/link';
import { useTranslations } from 'next-intl';

type SessionBarProps = {
  readonly done: number;
  readonly count: number;
  /** Cards that are due, the open one among them. */
  readonly due: number;
  readonly exitHref: string;
};

/** How far a session is, and the way out of it. */
export function SessionBar({ done, count, due, exitHref }: SessionBarProps) {
  const t = useTranslations('quiz.bar');
  const [now, max] = [Math.min(done, count), Math.max(count, 1)];
  return (
    <div className="flex min-w-0 flex-1 items-center gap-3">
      <Link
        href={exitHref}
        aria-label={t('exit')}
        title={t('exit')}
        className="-ml-2 inline-flex size-11 shrink-0 items-center justify-center rounded-lg text-lg hover:bg-sunken"
      >
        <span aria-hidden="true">✕</span>
      </Link>
      <div
        role="progressbar"
        aria-label={t('progress')}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={now}
        aria-valuetext={t('answered', { done: now, count })}
        className="h-2 min-w-0 flex-1 overflow-hidden rounded-full bg-line"
      >
        <div className="h-full rounded-full bg-client transition-[width]" style={{ width: `${(100 * now) / max}%` }} />
      </div>
      {due > 0 && (
        <span className="shrink-0 rounded-full bg-amber-soft px-3 py-1 text-xs font-semibold whitespace-nowrap text-amber">
          {t('due', { count: due })}
        </span>
      )}
    </div>
  );
}
