'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ROLE_STYLE } from '#components/role-style.ts';
import type { Summary } from '#game/capture/overview.ts';
import { PageSteps } from './page-steps.tsx';

type ConnectionListProps = {
  readonly capture: { readonly name: string; readonly connections: readonly Summary[]; readonly others: number };
  readonly onChoose: (summary: Summary) => void;
};

const PER_PAGE = 50;

export function ConnectionList({ capture: { name, connections, others }, onChoose }: ConnectionListProps) {
  const t = useTranslations('captures.list');
  const [page, setPage] = useState(0);
  const first = page * PER_PAGE;
  const shown = connections.slice(first, first + PER_PAGE);
  const count = connections.length;
  return (
    <section aria-labelledby="connections" className="flex flex-col gap-3">
      <h2 id="connections" className="text-lg font-bold wrap-anywhere">
        {t('title', { count: count + others, name })}
      </h2>
      {others > 0 && <p className="text-sm text-muted">{t('others', { count: others })}</p>}
      <ol className="flex flex-col gap-2">
        {shown.map((summary) => (
          <li key={summary.connection}>
            <Row summary={summary} onChoose={() => onChoose(summary)} />
          </li>
        ))}
      </ol>
      <PageSteps
        page={page}
        count={Math.ceil(count / PER_PAGE)}
        label={t('page', { from: first + 1, to: first + shown.length, count })}
        onPage={setPage}
      />
    </section>
  );
}

function Row({ summary, onChoose }: { readonly summary: Summary; readonly onChoose: () => void }) {
  const t = useTranslations('captures.list');
  const { connection, client, server, segments, again, lost, partial, end } = summary;
  const remarks = [
    t('segments', { count: segments }),
    ...(again > 0 ? [t('again', { count: again })] : []),
    ...(lost > 0 ? [t('lost', { count: lost })] : []),
    ...(partial ? [t('partial')] : []),
  ];
  return (
    <button
      type="button"
      onClick={onChoose}
      className="card flex w-full flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 text-left hover:border-line-strong"
    >
      <span className="w-8 font-mono text-sm text-muted">{connection}</span>
      <span className="min-w-0 flex-[1_1_18rem] font-mono text-sm font-semibold wrap-anywhere">
        <span className={ROLE_STYLE.client.text}>{client}</span> <span className="text-muted">→</span>{' '}
        <span className={ROLE_STYLE.server.text}>{server}</span>
      </span>
      <CourseBadge summary={summary} />
      <span className="w-full text-sm text-muted sm:pl-12">
        {remarks.join(' · ')}
        <span className="block">{t('ends', end)}</span>
      </span>
    </button>
  );
}

const COURSE_LOOK = {
  unanswered: 'bg-bad-soft text-bad',
  refused: 'bg-bad-soft text-bad',
  reset: 'bg-bad-soft text-bad',
  closed: 'bg-good-soft text-good',
  closing: 'bg-amber-soft text-amber',
  open: 'bg-amber-soft text-amber',
} as const;

export function CourseBadge({ summary: { course } }: { readonly summary: Summary }) {
  const t = useTranslations('captures.courses');
  return <span className={`rounded-full px-2.5 py-0.5 text-xs font-semibold ${COURSE_LOOK[course]}`}>{t(course)}</span>;
}
