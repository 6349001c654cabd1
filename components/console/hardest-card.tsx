import { useTranslations } from 'next-intl';
import { ChosenText } from '#components/answer-text.tsx';
import { Card } from '#components/pages/card.tsx';
import type { HardestTurn } from '#game/contest/vocabulary.ts';
import type { InstructorView } from '#protocol/contest.ts';
import { matchAddress } from './addresses.ts';
import { Chip } from './chip.tsx';
import { NewTabLink } from './new-tab-link.tsx';
import { ShowOnWall } from './show-on-wall.tsx';

type HardestCardProps = { readonly hardest: HardestTurn; readonly shown: InstructorView['shown'] };

/** What to talk about before the next round. */
export function HardestCard({ hardest, shown }: HardestCardProps) {
  const t = useTranslations('console.hardest');
  const { matchId, turn, right, asked, wrong } = hardest;
  // The wall shows it by itself where the instructor has chosen nothing else.
  const isOnWall = shown === null || (shown.matchId === matchId && shown.turn === turn);
  return (
    <Card title={t('title')} text={t('tally', { right, asked })}>
      {wrong.proposal ? (
        <p>
          {t('wrong', { count: wrong.count })}
          <span className="mt-1 block text-bad">
            <span aria-hidden="true">✗ </span>
            <ChosenText answer={wrong.proposal} />
          </span>
        </p>
      ) : (
        <p>{t('missed', { count: wrong.count })}</p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {isOnWall ? <Chip ground="good">{t('onWall')}</Chip> : <ShowOnWall shown={shown} matchId={matchId} turn={turn} />}
        <NewTabLink href={matchAddress(matchId, true, turn)}>{t('look')}</NewTabLink>
      </div>
    </Card>
  );
}
