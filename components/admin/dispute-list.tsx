import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AskDialog } from '#components/ask-dialog.tsx';
import { Button } from '#components/button.tsx';
import { matchAddress } from '#components/console/addresses.ts';
import { Chip } from '#components/console/chip.tsx';
import { NewTabLink } from '#components/console/new-tab-link.tsx';
import { useOpponentName } from '#components/pages/opponent-name.ts';
import { When } from '#components/pages/when.tsx';
import type { Decided, WaitingDispute } from '#protocol/admin.ts';

type DisputeListProps = {
  readonly disputes: readonly WaitingDispute[];
  readonly scenarioName: (id: string) => string;
  readonly onDecide: (dispute: WaitingDispute, decision: Decided) => void;
};

/** Turns for a person to decide. */
export function DisputeList({ disputes, ...rest }: DisputeListProps) {
  const t = useTranslations('admin.disputes');
  return (
    <ul aria-label={t('title')} className="flex flex-col divide-y divide-line">
      {disputes.map((dispute) => (
        <Item key={dispute.cursor} dispute={dispute} {...rest} />
      ))}
    </ul>
  );
}

type ItemProps = Omit<DisputeListProps, 'disputes'> & { readonly dispute: WaitingDispute };

function Item({ dispute, scenarioName, onDecide }: ItemProps) {
  const t = useTranslations('admin.disputes');
  const words = useTranslations('console.disputes');
  const nameOf = useOpponentName();
  const { matchId, turn, kind, level, scenario, session, isOver, at, players } = dispute;
  const [one, other] = players;
  return (
    <li className="flex flex-col gap-3 py-4 first:pt-0 last:pb-0">
      <div className="flex flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold wrap-anywhere">
          {t('versus', { one: nameOf(one), other: nameOf(other) })}
          <Chip ground={session === null ? 'plain' : 'client'}>
            {session === null ? t(`kinds.${kind}`) : t('session', { title: session })}
          </Chip>
        </p>
        <p className="text-sm text-muted">
          {t('level', { level })} · {scenarioName(scenario)} · {words('turn', { turn: turn + 1 })} · <When at={at} />
        </p>
      </div>
      <Voices dispute={dispute} />
      <div className="flex flex-wrap gap-2">
        <NewTabLink href={matchAddress(matchId, isOver, turn)}>{words('view')}</NewTabLink>
        <Decide dispute={dispute} onDecide={onDecide} />
      </div>
    </li>
  );
}

function Voices({ dispute: { voices, players } }: Pick<ItemProps, 'dispute'>) {
  const t = useTranslations('admin.disputes');
  const words = useTranslations('console.disputes');
  const nameOf = useOpponentName();
  return voices.map(({ side, comment }) => (
    <blockquote key={side} className="border-l-4 border-line pl-3 whitespace-pre-line wrap-anywhere">
      <span className="text-sm text-muted">{t('says', { name: nameOf(players[side]) })}</span> {comment}
      {comment === '' ? <span className="text-sm text-muted">{words('noComment')}</span> : null}
    </blockquote>
  ));
}

function Decide({ dispute, onDecide }: Omit<ItemProps, 'scenarioName'>) {
  const t = useTranslations('console');
  const [isAsking, setIsAsking] = useState(false);
  const title = t('disputes.voidAsk.title', { turn: dispute.turn + 1 });
  const asked = { title, text: t('disputes.voidAsk.text'), yes: t('disputes.voidAsk.yes'), no: t('no') };
  return (
    <>
      <Button look="quiet" onClick={() => onDecide(dispute, 'kept')}>
        {t('disputes.keep')}
      </Button>
      <Button look="quiet" onClick={() => setIsAsking(true)}>
        {t('disputes.void')}
      </Button>
      {isAsking ? <AskDialog asked={asked} onYes={() => onDecide(dispute, 'voided')} onNo={() => setIsAsking(false)} /> : null}
    </>
  );
}
