'use client';
import { useFormatter, useTranslations } from 'next-intl';
import { useRef } from 'react';
import type { AccuracyPoint } from '#game/quiz/study-days.ts';
import { useSize } from '#components/ladder/use-size.ts';
import { Card } from '#components/pages/card.tsx';
import { usePercent } from './use-percent.ts';

/** `points`: oldest first; at least one. */
export function AccuracyCard({ points }: { readonly points: readonly AccuracyPoint[] }) {
  const t = useTranslations('progress.accuracy');
  const percent = usePercent();
  const box = useRef<HTMLDivElement>(null);
  const { width } = useSize(box);
  const last = points.at(-1);
  return (
    <Card title={t('title')} text={t('text')}>
      {last ? (
        <div>
          <p className="text-3xl font-bold tabular-nums">{percent(last.trend)}</p>
          <p className="text-sm text-muted">{t('lately', { count: last.trendDays })}</p>
        </div>
      ) : null}
      <div ref={box} className="min-w-0 flex-1">
        <Chart points={points} width={width} />
      </div>
      <ByDay points={points} />
    </Card>
  );
}

const HEIGHT = 150;
const PLOT = { left: 40, right: 8, top: 8, bottom: 24 } as const;
const LINES = [0, 0.5, 1] as const;

/** What a screen reader reads instead is `ByDay`. */
function Chart({ points, width }: { readonly points: readonly AccuracyPoint[]; readonly width: number }) {
  const format = useFormatter();
  const percent = usePercent();
  const y = (share: number) => PLOT.top + (1 - share) * (HEIGHT - PLOT.top - PLOT.bottom);
  const placed = place(points, width);
  const ends = placed.length > 1 ? [placed[0], placed.at(-1)] : placed;
  const date = (day: string) => format.dateTime(new Date(day), { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (
    <svg aria-hidden="true" width={width} height={HEIGHT} className="block text-xs">
      {LINES.map((share) => (
        <g key={share}>
          <line x1={PLOT.left} x2={width - PLOT.right} y1={y(share)} y2={y(share)} className="stroke-line" />
          <text x={PLOT.left - 6} y={y(share)} dy="0.35em" textAnchor="end" className="fill-muted">
            {percent(share)}
          </text>
        </g>
      ))}
      {placed.map(({ day, x, share, answers }) => (
        <circle key={day} cx={x} cy={y(share)} r={radiusOf(answers)} className="fill-client-faint stroke-client" />
      ))}
      <polyline points={placed.map(({ x, trend }) => `${x},${y(trend)}`).join(' ')} className="fill-none stroke-ink" strokeWidth={2} />
      {ends.map((point, n) => {
        if (!point) return null;
        const anchor = ends.length === 1 ? 'middle' : n === 0 ? 'start' : 'end';
        return (
          <text key={point.day} x={point.x} y={HEIGHT - 6} textAnchor={anchor} className="fill-muted">
            {date(point.day)}
          </text>
        );
      })}
    </svg>
  );
}

/** By the calendar: days without answers leave their room. A single day stands in the middle. */
function place(points: readonly AccuracyPoint[], width: number): readonly (AccuracyPoint & { readonly x: number })[] {
  const [first, last] = [Date.parse(points[0]?.day ?? ''), Date.parse(points.at(-1)?.day ?? '')];
  const room = width - PLOT.left - PLOT.right - 2 * MOST_RADIUS;
  return points.map((point) => {
    const along = first === last ? 0.5 : (Date.parse(point.day) - first) / (last - first);
    return { ...point, x: PLOT.left + MOST_RADIUS + along * room };
  });
}

const MOST_RADIUS = 7;

/** The area goes by the number of answers. */
function radiusOf(answers: number): number {
  return Math.min(MOST_RADIUS, 1.5 + Math.sqrt(answers));
}

function ByDay({ points }: { readonly points: readonly AccuracyPoint[] }) {
  const t = useTranslations('progress.accuracy');
  const format = useFormatter();
  return (
    <table className="sr-only">
      <caption>{t('byDay')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('day')}</th>
          <th scope="col">{t('right')}</th>
          <th scope="col">{t('answers')}</th>
        </tr>
      </thead>
      <tbody>
        {points.map(({ day, right, answers }) => (
          <tr key={day}>
            <th scope="row">{format.dateTime(new Date(day), { dateStyle: 'long', timeZone: 'UTC' })}</th>
            <td>{right}</td>
            <td>{answers}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
