import type { ReactNode } from 'react';

type FoldedProps = { readonly title: string; readonly children: ReactNode };

/** A card that is opened when it is wanted. */
export function Folded({ title, children }: FoldedProps) {
  return (
    <details className="card min-w-0 px-5">
      <summary className="cursor-pointer py-4 font-bold">{title}</summary>
      <div className="flex flex-col gap-4 pb-5">{children}</div>
    </details>
  );
}
