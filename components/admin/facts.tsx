import type { ReactNode } from 'react';

export type Fact = { readonly what: string; readonly value: ReactNode; readonly isPart?: boolean };

/** Numbers with their names, one a line. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="flex flex-col gap-2">
      {facts.map(({ what, value, isPart = false }) => (
        <div key={what} className="flex items-baseline justify-between gap-4">
          <dt className={`min-w-0 text-muted ${isPart ? 'pl-4 text-sm' : ''}`}>{what}</dt>
          <dd className={`text-right tabular-nums ${isPart ? 'text-sm text-muted' : 'font-semibold'}`}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
