import { useTranslations } from 'next-intl';
import { Card } from '#components/pages/card.tsx';
import type { Dispute, InstructorView } from '#protocol/contest.ts';
import { ActButton } from './act.tsx';
import { matchAddress } from './addresses.ts';
import { Chip } from './chip.tsx';
import { NewTabLink } from './new-tab-link.tsx';
import { rowsByNumber } from './people.ts';
import { PersonName } from './person-name.tsx';
import { ShowOnWall } from './show-on-wall.tsx';

/** Verdicts that students do not believe, for a person to decide. */
export function DisputesCard({ view }: { readonly view: InstructorView }) {
  const t = useTranslations('console.disputes');
  const open = view.disputes.filter(({ state }) => state === 'open');
  const settled = view.disputes.filter(({ state }) => state !== 'open');
  return (
    <Card
      title={t('title')}
      text={open.length > 0 ? t('open', { count: open.length }) : view.disputes.length === 0 ? t('none') : undefined}
    >
      <ul className="flex flex-col gap-4 empty:hidden">
        {[...open, ...settled].map((dispute) => (
          <Item key={`${dispute.matchId} ${dispute.turn} ${dispute.entrant}`} dispute={dispute} view={view} />
        ))}
      </ul>
    </Card>
  );
}

type ItemProps = { readonly dispute: Dispute; readonly view: InstructorView };

function Item({ dispute, view }: ItemProps) {
  const t = useTranslations('console.disputes');
  const { matchId, turn, comment, state } = dispute;
  const row = rowsByNumber(view.entrants).get(dispute.entrant);
  return (
    <li className="flex flex-col gap-2 border-t border-line pt-3 first:border-0 first:pt-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <PersonName row={row} />
        <span className="text-sm text-muted">{t('turn', { turn: turn + 1 })}</span>
        {state === 'open' ? null : <Chip ground={state === 'kept' ? 'plain' : 'amber'}>{t(state)}</Chip>}
      </p>
      {comment ? (
        <blockquote className="border-l-4 border-line pl-3 whitespace-pre-line wrap-anywhere">{comment}</blockquote>
      ) : (
        <p className="text-sm text-muted">{t('noComment')}</p>
      )}
      <div className="flex flex-wrap gap-2">
        <NewTabLink href={matchAddress(matchId, isMatchOver(view, matchId), turn)}>{t('view')}</NewTabLink>
        {view.phase === 'over' || state !== 'open' ? null : <ShowOnWall shown={view.shown} matchId={matchId} turn={turn} />}
        {state === 'open' ? <Decide dispute={dispute} /> : null}
      </div>
    </li>
  );
}

function Decide({ dispute: { matchId, turn } }: Pick<ItemProps, 'dispute'>) {
  const t = useTranslations('console.disputes');
  const ask = { title: t('voidAsk.title', { turn: turn + 1 }), text: t('voidAsk.text'), yes: t('voidAsk.yes') };
  return (
    <>
      <ActButton look="quiet" deed={{ do: 'keep-turn', matchId, turn }}>
        {t('keep')}
      </ActButton>
      <ActButton look="quiet" deed={{ do: 'void-turn', matchId, turn }} ask={ask}>
        {t('void')}
      </ActButton>
    </>
  );
}

/** A match that is not of the running round is over. */
function isMatchOver(view: InstructorView, matchId: string): boolean {
  return view.phase !== 'round' || (view.pairs.find((pair) => pair.matchId === matchId)?.isOver ?? true);
}
