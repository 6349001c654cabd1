import { useTranslations } from 'next-intl';
import type { ProjectorView } from '#protocol/contest.ts';
import { useNow } from '#components/use-now.ts';
import { clockText } from './clock-text.ts';

type RoundHeaderProps = {
  readonly view: ProjectorView;
  readonly scenarioName: string | null;
  readonly hostNow: () => number;
};

/** Which session and which round it is, and how far that is. */
export function RoundHeader({ view, scenarioName, hostNow }: RoundHeaderProps) {
  const t = useTranslations('projector');
  const isOver = view.phase === 'over';
  const round = t('roundOf', { round: view.round, rounds: view.rounds });
  return (
    <header className="flex h-30 shrink-0 items-end justify-between gap-6">
      <div className="min-w-0">
        <p className="truncate text-xl font-semibold text-muted">
          {[scenarioName && !isOver ? round : null, t('level', { level: view.level }), view.title].filter(Boolean).join(' · ')}
        </p>
        <h1 className="line-clamp-2 text-4xl leading-tight font-bold tracking-tight text-balance">
          {isOver ? t('podium') : (scenarioName ?? round)}
        </h1>
      </div>
      <Progress view={view} hostNow={hostNow} />
    </header>
  );
}

function Progress({ view, hostNow }: Omit<RoundHeaderProps, 'scenarioName'>) {
  const t = useTranslations('projector');
  if (view.phase === 'between')
    return (
      <p className="shrink-0 text-2xl font-bold">{view.round < view.rounds ? t('nextRound', { round: view.round + 1 }) : t('lastRound')}</p>
    );
  if (view.phase !== 'round') return null;
  return (
    <div className="shrink-0 text-right">
      {view.isPaused ? <Paused /> : view.startedAt === null ? null : <Elapsed since={view.startedAt} hostNow={hostNow} />}
      <p className="text-xl font-semibold text-muted">{t('doneOf', { done: view.done, paired: view.paired })}</p>
    </div>
  );
}

function Paused() {
  const t = useTranslations('projector');
  return (
    <p role="status" className="mb-1 rounded-xl bg-amber-soft px-4 py-1.5 text-4xl font-bold text-amber">
      <span aria-hidden="true">❚❚ </span>
      {t('paused')}
    </p>
  );
}

/** The only thing on the wall that changes by itself. */
function Elapsed({ since, hostNow }: { readonly since: number; readonly hostNow: () => number }) {
  const t = useTranslations('projector');
  const now = useNow(hostNow, true, 500);
  return (
    <p role="timer" aria-label={t('elapsed')} className="text-6xl leading-none font-bold tracking-tight tabular-nums">
      {clockText(now - since)}
    </p>
  );
}
