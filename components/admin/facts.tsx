import type { ReactNode } from 'react';

export type Fact = { readonly what: string; readonly value: ReactNode; readonly isPart?: boolean };

/** Numbers with their names, one a line. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-2">
      {facts.map(({ what, value, isPart = false }) => (
        <div key={what} className="col-span-2 grid grid-cols-subgrid items-baseline">
          <dt className={`text-muted ${isPart ? 'pl-4 text-sm' : ''}`}>{what}</dt>
          <dd className={`text-right tabular-nums ${isPart ? 'text-sm text-muted' : 'font-semibold'}`}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
