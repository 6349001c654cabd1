import type { ReactNode } from 'react';

const GROUNDS = {
  plain: 'bg-sunken text-muted',
  client: 'bg-client-soft text-client',
  good: 'bg-good-soft text-good',
  amber: 'bg-amber-soft text-amber',
  bad: 'bg-bad-soft text-bad',
} as const;

type ChipProps = { readonly ground?: keyof typeof GROUNDS; readonly children: ReactNode };

/** A word about how something is. */
export function Chip({ ground = 'plain', children }: ChipProps) {
  return (
    <span className={`inline-flex items-center rounded-full px-2.5 py-0.5 text-sm font-semibold wrap-anywhere ${GROUNDS[ground]}`}>
      {children}
    </span>
  );
}
