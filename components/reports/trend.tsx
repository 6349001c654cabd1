import { useFormatter, useTranslations } from 'next-intl';
import type { Tally } from '#game/contest/vocabulary.ts';

const WIDTH = 72;
const HEIGHT = 24;
const MARGIN = 3;

/** Upwards, downwards, or neither. */
const LOOKS: Readonly<Record<string, string>> = {
  '1': 'stroke-good fill-good',
  '-1': 'stroke-bad fill-bad',
  '0': 'stroke-muted fill-muted',
};

/** The share of right answers from session to session; nothing to see with less than two. `tallies`: the oldest first, null where nothing was asked. */
export function Trend({ tallies }: { readonly tallies: readonly (Tally | null)[] }) {
  const t = useTranslations('reports.mastery');
  const format = useFormatter();
  const shares = tallies.map((tally) => tally && tally.right / tally.asked);
  const points = shares.flatMap((share, n) =>
    share === null ? [] : [{ x: place(n, shares.length), y: HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN), share }],
  );
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return <span className="text-muted">–</span>;
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  const way = Math.sign(last.share - first.share);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={t('trendFromTo', { from: percent(first.share), to: percent(last.share) })}
      className={LOOKS[`${way}`]}
    >
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} fill="none" strokeWidth={1.5} />
      <circle cx={last.x} cy={last.y} r={2.5} stroke="none" />
    </svg>
  );
}

function place(n: number, count: number): number {
  return MARGIN + (n / Math.max(1, count - 1)) * (WIDTH - 2 * MARGIN);
}
