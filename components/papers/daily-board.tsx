import { useTranslations } from 'next-intl';
import { Card } from '#components/pages/card.tsx';
import { RankTable } from '#components/pages/rank-table.tsx';
import { clockText } from '#components/projector/clock-text.ts';
import type { DailyRow } from '#protocol/study.ts';

const COLUMNS = ['right', 'time'] as const;

/** Who has done best today. */
export function DailyBoard({ rows }: { readonly rows: readonly DailyRow[] }) {
  const t = useTranslations('papers.board');
  const board = useTranslations('leaderboard');
  return (
    <Card title={t('title')} text={t('order')}>
      {rows.length === 0 ? (
        <p className="text-muted">{t('empty')}</p>
      ) : (
        <RankTable
          caption={t('title')}
          rankHeading={board('rank')}
          whoHeading={board('player')}
          columns={COLUMNS.map((name) => ({ name, heading: t(name), className: '', isStrong: name === 'right', isSorted: false }))}
          rows={rows.map(({ rank, name, isMe, right, ms }) => ({
            rank,
            who: (
              <>
                {name} {isMe ? <span className="font-normal text-muted">{board('you')}</span> : null}
              </>
            ),
            isMe,
            words: { right: String(right), time: clockText(ms) },
          }))}
        />
      )}
    </Card>
  );
}
