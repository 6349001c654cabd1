import type { ReactNode } from 'react';

export type RankColumn<Name extends string> = {
  readonly name: Name;
  readonly heading: string;
  /** What a narrow page leaves out is hidden by it. */
  readonly className: string;
  readonly isStrong: boolean;
  readonly isSorted: boolean;
};
export type RankRow<Name extends string> = {
  readonly rank: number;
  readonly who: ReactNode;
  readonly isMe: boolean;
  readonly words: Readonly<Record<Name, string>>;
};
type RankTableProps<Name extends string> = {
  readonly caption: string;
  readonly rankHeading: string;
  readonly whoHeading: string;
  readonly columns: readonly RankColumn<Name>[];
  readonly rows: readonly RankRow<Name>[];
};

/** Who stands where, and by what numbers. */
export function RankTable<Name extends string>({ caption, rankHeading, whoHeading, columns, rows }: RankTableProps<Name>) {
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="text-left text-sm whitespace-nowrap text-muted">
          <th scope="col" className="px-2 py-2 text-right font-medium sm:px-4">
            {rankHeading}
          </th>
          <th scope="col" className="px-2 py-2 font-medium sm:px-4">
            {whoHeading}
          </th>
          {columns.map(({ name, heading, className, isSorted }) => (
            <th
              key={name}
              scope="col"
              aria-sort={isSorted ? 'descending' : undefined}
              className={`px-2 py-2 text-right font-medium sm:px-4 ${isSorted ? 'text-ink' : ''} ${className}`}
            >
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may share a rank and a name, and rows keep no state.
          <Row key={index} row={row} columns={columns} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps<Name extends string> = { readonly row: RankRow<Name>; readonly columns: readonly RankColumn<Name>[] };

function Row<Name extends string>({ row, columns }: RowProps<Name>) {
  const { rank, who, isMe, words } = row;
  return (
    <tr aria-current={isMe || undefined} className="even:bg-stripe [&>:last-child]:rounded-r-xl aria-current:bg-amber-soft">
      <td className="rounded-l-xl px-2 py-3 text-right font-mono text-muted sm:px-4">{rank}</td>
      <th scope="row" className="px-2 py-3 text-left font-semibold wrap-anywhere sm:px-4">
        {who}
      </th>
      {columns.map(({ name, className, isStrong }) => (
        <td key={name} className={`px-2 py-3 text-right tabular-nums sm:px-4 ${isStrong ? 'font-semibold' : ''} ${className}`}>
          {words[name]}
        </td>
      ))}
    </tr>
  );
}
