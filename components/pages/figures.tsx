import type { ReactNode } from 'react';

export type Figure = { readonly term: string; readonly value: ReactNode };

/** A few numbers, each large under its name. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-3 sm:gap-x-8">
      {figures.map(({ term, value }) => (
        <div key={term}>
          <dt className="text-sm text-muted">{term}</dt>
          <dd className="text-3xl font-bold tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
