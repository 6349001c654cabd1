import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Figures } from '#components/pages/figures.tsx';
import { useOpponentName } from '#components/pages/opponent-name.ts';
import type { StudentView } from '#protocol/contest.ts';

/** Rank, points and accuracy apart, after the rounds that are over. */
export function Standing({ view: { me } }: { readonly view: StudentView }) {
  const t = useTranslations('session');
  if (me.rank === null) return null;
  return (
    <section aria-label={t('rank')} className="card flex flex-col gap-3 p-5">
      <Figures
        figures={[
          { term: t('rank'), value: t.rich('rankOf', { rank: me.rank, of: me.of, s: SMALL }) },
          { term: t('points'), value: <Points points={me.points} /> },
          { term: t('accuracy'), value: <Share share={me.accuracy} /> },
        ]}
      />
      <p className="text-sm text-muted">{t('rankNote')}</p>
    </section>
  );
}

type MatchFiguresProps = { readonly opponent: string | null; readonly points: number; readonly accuracy: number | null };

/** How one's own match went. */
export function MatchFigures({ opponent, points, accuracy }: MatchFiguresProps) {
  const t = useTranslations('session');
  const nameOf = useOpponentName();
  return (
    <div className="flex flex-col gap-2">
      {opponent === null ? null : (
        <p className="text-sm wrap-anywhere text-muted">{t('against', { name: nameOf({ name: opponent, bot: null }) })}</p>
      )}
      <Figures
        figures={[
          { term: t('points'), value: <Points points={points} /> },
          { term: t('accuracy'), value: <Share share={accuracy} /> },
        ]}
      />
    </div>
  );
}

const SMALL = (chunks: ReactNode) => <span className="text-base font-semibold text-muted">{chunks}</span>;

function Points({ points }: { readonly points: number }) {
  return useFormatter().number(points);
}

function Share({ share }: { readonly share: number | null }) {
  const format = useFormatter();
  return share === null ? '–' : format.number(share, { style: 'percent', maximumFractionDigits: 0 });
}
