import { useFormatter, useTranslations } from 'next-intl';
import { Chip } from '#components/console/chip.tsx';
import { ButtonLink } from '#components/pages/button-link.tsx';
import type { ContestSummary } from '#protocol/contest.ts';

/** One's own sessions, as the host orders them: newest first. */
export function SessionList({ sessions }: { readonly sessions: readonly ContestSummary[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {sessions.map((session) => (
        <Item key={session.contestId} session={session} />
      ))}
    </ul>
  );
}

function Item({ session }: { readonly session: ContestSummary }) {
  const t = useTranslations('sessions');
  const { contestId, title, phase, round, rounds, entrants, isRehearsal } = session;
  const isOver = phase === 'over';
  return (
    <li className="card grid items-center gap-x-4 gap-y-3 p-4 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="flex min-w-0 flex-col gap-1.5">
        <p className="text-lg font-semibold wrap-anywhere">{title}</p>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-muted">
          <Chip ground={isOver ? 'plain' : phase === 'round' ? 'good' : 'client'}>{t(`phases.${phase}`)}</Chip>
          {isRehearsal ? <Chip ground="amber">{t('rehearsal')}</Chip> : null}
          <span>{round > 0 && !isOver ? t('round', { round, rounds }) : t('rounds', { rounds })}</span>
          <span>{t(isRehearsal ? 'bots' : 'entrants', { count: entrants })}</span>
          <When at={session.createdAt} />
        </p>
      </div>
      <ButtonLink look="quiet" href={`/instructor/sessions/${contestId}`} aria-label={`${t(isOver ? 'look' : 'open')}: ${title}`}>
        {t(isOver ? 'look' : 'open')}
      </ButtonLink>
    </li>
  );
}

/** By the reader's own clock: the list is fetched by the browser, never rendered on the host. */
function When({ at }: { readonly at: number }) {
  const format = useFormatter();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const when = new Date(at);
  return <time dateTime={when.toISOString()}>{format.dateTime(when, { dateStyle: 'medium', timeStyle: 'short', timeZone })}</time>;
}
