import { useFormatter, useTranslations } from 'next-intl';
import { RankTable } from '#components/pages/rank-table.tsx';
import type { ClassLeaderboardRow } from '#protocol/reports.ts';
import { PersonName } from './person-name.tsx';

const NUMBERS = ['accuracy', 'points', 'time', 'moves', 'matches'] as const;
/** What a narrow page leaves out. */
const WIDE = { accuracy: '', points: '', time: 'max-md:hidden', moves: 'max-md:hidden', matches: 'max-md:hidden' } as const;

type ClassLeaderboardTableProps = {
  readonly rows: readonly ClassLeaderboardRow[];
  /** What the rows are ordered by. */
  readonly by: 'accuracy' | 'points';
  readonly caption: string;
};

export function ClassLeaderboardTable({ rows, by, caption }: ClassLeaderboardTableProps) {
  const t = useTranslations('reports.leaderboard');
  const format = useFormatter();
  return (
    <RankTable
      caption={caption}
      rankHeading={t('rank')}
      whoHeading={t('student')}
      columns={NUMBERS.map((name) => ({
        name,
        heading: t(name),
        className: WIDE[name],
        isStrong: name === by,
        isSorted: name === by,
      }))}
      rows={rows.map(({ rank, name, realName, accuracy, points, meanMilliseconds, moves, matches }) => ({
        rank,
        who: <PersonName name={name} realName={realName} />,
        isMe: false,
        words: {
          accuracy: format.number(accuracy, { style: 'percent', maximumFractionDigits: 0 }),
          points: format.number(points),
          time: meanMilliseconds === null ? '–' : t('seconds', { seconds: meanMilliseconds / 1_000 }),
          moves: format.number(moves),
          matches: format.number(matches),
        },
      }))}
    />
  );
}
