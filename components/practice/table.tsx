'use client';
import type { ReactNode } from 'react';
import { Ladder, type LadderProps } from '#components/ladder/ladder.tsx';
import styles from '#components/full-height.module.css';
import { PANEL } from '#components/panel.ts';

type TableProps = LadderProps & {
  readonly title: string;
  /** The desk. */
  readonly children: ReactNode;
};

/** A practice: the ladder so far, and the desk beside it or below. */
export function Table({ title, children, ...ladder }: TableProps) {
  return (
    <main
      className={`mx-auto grid min-h-0 w-full max-w-[90rem] flex-1 grid-cols-[minmax(0,1fr)] content-start lg:grid-cols-[minmax(0,1fr)_27.25rem] lg:grid-rows-[minmax(0,1fr)] lg:content-stretch lg:gap-5 lg:p-5 ${styles.fullHeight}`}
    >
      <h1 className="sr-only">{title}</h1>
      <div
        className={`sticky top-0 z-20 flex h-[36dvh] min-h-52 flex-col border-b border-line lg:static lg:h-auto lg:min-h-0 lg:overflow-hidden ${PANEL}`}
      >
        <Ladder {...ladder} />
      </div>
      <div className={`flex min-h-0 flex-col lg:overflow-hidden ${PANEL}`}>{children}</div>
    </main>
  );
}

/** On top of the desk: how far one is, and the ways out. */
export function DeskTop({ progress, children }: { readonly progress: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="flex items-center justify-between gap-x-3 border-b border-line px-4 py-1.5 lg:px-5">
      <p role="status" className="text-sm text-muted tabular-nums">
        {progress}
      </p>
      <div className="flex shrink-0 gap-x-3">{children}</div>
    </div>
  );
}
