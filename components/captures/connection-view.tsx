'use client';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { ToldAct } from '#game/capture/acts.ts';
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
  readonly recorded: { readonly lines: readonly SegmentLine[]; readonly acts: readonly ToldAct[]; readonly isCut: boolean };
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
  const [page, setPage] = useState(0);
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
        <Drawn {...{ capture, summary, recorded, page }} onPage={setPage} />
        <div className="lg:row-span-2">
          <PracticeSetup acts={acts} onPlay={onPlay} />
        </div>
        <SegmentList lines={lines.slice(page * PER_PAGE, (page + 1) * PER_PAGE)} />
      </div>
    </section>
  );
}

type DrawnProps = Omit<ConnectionViewProps, 'onBack' | 'onPlay'> & { readonly page: number; readonly onPage: (page: number) => void };

/** One page of the ladder, and the ways to the others and to a file of it. */
function Drawn({ capture, summary: { connection, client, server }, recorded: { lines, acts }, page, onPage }: DrawnProps) {
  const t = useTranslations('captures.connection');
  const noteText = useTranslations('captures.notes');
  const starts = useMemo(() => pagesOf(acts, PER_PAGE), [acts]);
  const moments = useMemo(
    () => momentsOfActs(acts, { from: starts[page] ?? 0, to: starts[page + 1] ?? acts.length }, noteText),
    [acts, starts, page, noteText],
  );
  const drawn = { moments, names: { client, server }, hideStates: false };
  const first = page * PER_PAGE + 1;
  const label = t('page', { from: first, to: Math.min(first + PER_PAGE - 1, lines.length), count: lines.length });
  const fileName = [capture.name.replace(/\.[^.]*$/, ''), connection, ...(starts.length > 1 ? [page + 1] : [])].join('-');
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <div className="card flex h-[60dvh] min-h-96 flex-col overflow-hidden sm:h-[75dvh]">
        <Ladder key={page} {...drawn} isWhole />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <PageSteps page={page} count={starts.length} label={label} onPage={onPage} />
        <LadderDownload {...drawn} title={t('title', drawn.names)} fileName={fileName}>
          {t('download')}
        </LadderDownload>
      </div>
    </div>
  );
}
