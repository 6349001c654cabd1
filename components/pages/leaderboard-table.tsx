import { useFormatter, useTranslations } from 'next-intl';
import type { LeaderboardRow } from '#protocol/api.ts';
import { RankTable } from './rank-table.tsx';

const NUMBERS = ['accuracy', 'points', 'moves', 'matches'] as const;
/** What a narrow page leaves out. */
const WIDE = { accuracy: '', points: '', moves: 'max-sm:hidden', matches: 'max-sm:hidden' } as const;

export function LeaderboardTable({ rows, caption }: { readonly rows: readonly LeaderboardRow[]; readonly caption: string }) {
  const t = useTranslations('leaderboard');
  const format = useFormatter();
  return (
    <RankTable
      caption={caption}
      rankHeading={t('rank')}
      whoHeading={t('player')}
      columns={NUMBERS.map((name) => ({
        name,
        heading: t(name),
        className: WIDE[name],
        isStrong: name === 'accuracy',
        isSorted: false,
      }))}
      rows={rows.map(({ rank, name, isMe, accuracy, points, moves, matches }) => ({
        rank,
        who: (
          <>
            {name} {isMe ? <span className="font-normal text-muted">{t('you')}</span> : null}
          </>
        ),
        isMe,
        words: {
          accuracy: format.number(accuracy, { style: 'percent', maximumFractionDigits: 0 }),
          points: format.number(points),
          moves: format.number(moves),
          matches: format.number(matches),
        },
      }))}
    />
  );
}
