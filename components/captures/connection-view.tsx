'use client';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { Act } from '#game/capture/acts.ts';
import type { Summary } from '#game/capture/overview.ts';
import type { SegmentLine } from '#game/capture/vocabulary.ts';
import { Button } from '#components/button.tsx';
import { LadderDownload } from '#components/ladder/download.tsx';
import { Ladder } from '#components/ladder/ladder.tsx';
import { CourseBadge } from './connection-list.tsx';
import { momentsOfActs, pagesOf } from './moments-of-acts.ts';
import { PageSteps } from './page-steps.tsx';
import { PracticeSetup } from './practice-setup.tsx';
import type { PracticeSettings } from './practice.tsx';
import { SegmentList } from './segment-list.tsx';

export type RecordedConnection = {
  readonly summary: Summary;
  readonly recorded: { readonly lines: readonly SegmentLine[]; readonly acts: readonly Act[]; readonly isCut: boolean };
};

type ConnectionViewProps = RecordedConnection & {
  readonly capture: { readonly name: string; readonly connections: readonly Summary[] };
  readonly onBack: () => void;
  readonly onPlay: (settings: PracticeSettings) => void;
};

/** Segments that are drawn at once. */
const PER_PAGE = 40;

/** One connection: its ladder, page by page, its segments in words, and the way into playing it. */
export function ConnectionView({ capture, summary, recorded, onBack, onPlay }: ConnectionViewProps) {
  const t = useTranslations('captures.connection');
  const { client, server } = summary;
  const { lines, acts, isCut } = recorded;
  return (
    <section aria-labelledby="connection" className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {capture.connections.length > 1 && (
          <Button look="quiet" onClick={onBack}>
            <span aria-hidden="true">←</span> {t('back')}
          </Button>
        )}
        <h2 id="connection" className="min-w-0 font-mono text-lg font-bold wrap-anywhere">
          {t('title', { client, server })}
        </h2>
        <CourseBadge summary={summary} />
      </div>
      {isCut && <p className="text-sm text-muted">{t('cut', { count: lines.length })}</p>}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Pages {...{ capture, summary, recorded }} />
        <PracticeSetup acts={acts} onPlay={onPlay} />
      </div>
    </section>
  );
}

function Pages({
  capture,
  summary: { connection, client, server },
  recorded: { lines, acts },
}: Omit<ConnectionViewProps, 'onBack' | 'onPlay'>) {
  const t = useTranslations('captures.connection');
  const noteText = useTranslations('captures.notes');
  const [page, setPage] = useState(0);
  const starts = useMemo(() => pagesOf(acts, PER_PAGE), [acts]);
  const moments = useMemo(
    () => momentsOfActs(acts, { from: starts[page] ?? 0, to: starts[page + 1] ?? acts.length }, noteText),
    [acts, starts, page, noteText],
  );
  const names = { client, server };
  const shown = lines.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
  const first = page * PER_PAGE + 1;
  const title = t('title', names);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <div className="card flex h-[75dvh] min-h-96 flex-col overflow-hidden">
        <Ladder key={page} moments={moments} names={names} hideStates={false} isWhole />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <PageSteps
          page={page}
          count={starts.length}
          label={t('page', { from: first, to: first + shown.length - 1, count: lines.length })}
          onPage={setPage}
        />
        <LadderDownload
          moments={moments}
          names={names}
          hideStates={false}
          title={title}
          fileName={`${capture.name.replace(/\.[^.]*$/, '')}-${connection}${starts.length > 1 ? `-${page + 1}` : ''}`}
        >
          {t('download')}
        </LadderDownload>
      </div>
      <SegmentList lines={shown} />
    </div>
  );
}
