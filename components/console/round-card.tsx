import { useTranslations } from 'next-intl';
import { Card } from '#components/pages/card.tsx';
import type { InstructorView } from '#protocol/contest.ts';
import { ActButton } from './act.tsx';
import { EndSession } from './next-round.tsx';

const MORE_SECONDS = [30, 60, 120] as const;

/** What can be done to a round that runs. */
export function RoundCard({ view }: { readonly view: InstructorView }) {
  const t = useTranslations('console.round');
  const done = view.pairs.filter(({ isOver }) => isOver).length;
  return (
    <Card title={t('title')}>
      <div>
        <p className="text-2xl font-bold tabular-nums">{t('done', { done, of: view.pairs.length })}</p>
        <div aria-hidden="true" className="mt-2 h-2 overflow-hidden rounded-full bg-sunken">
          <div className="h-full rounded-full bg-good" style={{ width: `${(100 * done) / Math.max(1, view.pairs.length)}%` }} />
        </div>
      </div>
      <ActButton look="main" deed={{ do: view.isPaused ? 'go-on' : 'pause' }}>
        {view.isPaused ? t('goOn') : t('pause')}
      </ActButton>
      {view.settings.turnSeconds === null ? null : <GiveTime />}
      <div className="flex flex-wrap gap-2">
        <EndRound round={view.round} open={view.pairs.length - done} />
        <EndSession />
      </div>
    </Card>
  );
}

function GiveTime() {
  const t = useTranslations('console.round');
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-sm font-semibold">{t('giveTitle')}</legend>
      <div className="flex flex-wrap gap-2">
        {MORE_SECONDS.map((seconds) => (
          <ActButton key={seconds} look="quiet" deed={{ do: 'give-time', seconds }} className="flex-1 tabular-nums">
            {t('give', { seconds })}
          </ActButton>
        ))}
      </div>
    </fieldset>
  );
}

function EndRound({ round, open }: { readonly round: number; readonly open: number }) {
  const t = useTranslations('console.round');
  const ask = { title: t('endAsk.title', { round }), text: t('endAsk.text', { open }), yes: t('endAsk.yes') };
  return (
    <ActButton look="quiet" deed={{ do: 'end-round', round }} ask={ask}>
      {t('end')}
    </ActButton>
  );
}
