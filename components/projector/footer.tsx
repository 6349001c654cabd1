import { useTranslations } from 'next-intl';
import type { ProjectorView } from '#protocol/contest.ts';

export function Footer({ view: { entrants, pairs, withBot, offline, phase } }: { readonly view: ProjectorView }) {
  const t = useTranslations('projector');
  const facts = [
    t('players', { count: entrants }),
    phase === 'over' ? null : t('pairs', { count: pairs }),
    phase === 'over' || withBot === 0 ? null : t('withBot', { count: withBot }),
  ];
  return (
    <footer className="card flex shrink-0 justify-between gap-4 px-5 py-2.5 text-lg font-semibold">
      <p>{facts.filter(Boolean).join(' · ')}</p>
      <p className={`whitespace-nowrap ${offline > 0 ? 'text-amber' : 'text-good'}`}>
        <span aria-hidden="true">{offline > 0 ? '○' : '●'} </span>
        {offline > 0 ? t('offline', { count: offline }) : t('allHere')}
      </p>
    </footer>
  );
}
