import { useFormatter, useTranslations } from 'next-intl';
import { Card } from '#components/pages/card.tsx';
import { type Figure, Figures } from '#components/pages/figures.tsx';
import type { MyHomeworkAnswer, Work } from '#protocol/homework.ts';
import { StateBadge } from './state-badge.tsx';

type OwnWorkProps = Pick<MyHomeworkAnswer, 'goal'> & { readonly work: Work };

/** How far the student has come with all of it. */
export function OwnWork({ goal, work }: OwnWorkProps) {
  const t = useTranslations('homework');
  const format = useFormatter();
  const { moves, rightMoves, points, state } = work;
  const window: Figure[] = goal ? [{ term: t('window'), value: t('ofWindow', { moves, of: goal.moves }) }] : [];
  const figures = [
    ...window,
    { term: t('right'), value: t('ofMoves', { right: rightMoves, moves }) },
    { term: t('points'), value: format.number(points) },
  ];
  return (
    <Card title={t('soFar')}>
      <p className="flex flex-wrap items-center gap-3">
        <StateBadge {...work} />
        {goal && state === 'done' ? <span className="font-semibold">{t('reached')}</span> : null}
      </p>
      {moves > 0 ? <Figures figures={figures} /> : null}
    </Card>
  );
}
