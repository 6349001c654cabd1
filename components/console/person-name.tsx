import type { EntrantRow } from '#protocol/contest.ts';

/** The nickname, and the real name beside it where there is one: on the console alone. */
export function PersonName({ row, fallback = '' }: { readonly row: EntrantRow | undefined; readonly fallback?: string }) {
  if (!row) return <span className="text-muted">{fallback}</span>;
  return (
    <span className="wrap-anywhere">
      <span className="font-semibold">{row.name}</span>{' '}
      {row.realName ? <span className="inline-block text-sm text-muted">{row.realName}</span> : null}
    </span>
  );
}
