import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '#components/button.tsx';
import { Code } from '#components/code.tsx';
import type { MasteryTurn } from '#protocol/reports.ts';
import { EventWords } from './event-words.tsx';
import { PersonName } from './person-name.tsx';

type TurnsBehindProps = {
  readonly turns: readonly MasteryTurn[];
  /** As many are told at most. */
  readonly most: number;
};

/** The turns that a number of the report is made of: who chose what, and what was right. */
export function TurnsBehind({ turns, most }: TurnsBehindProps) {
  const t = useTranslations('reports.mastery');
  return (
    <>
      <ul className="flex flex-col divide-y divide-line">
        {turns.map((turn) => (
          <li key={`${turn.matchId} ${turn.turn} ${turn.side}`} className="py-3 first:pt-0 last:pb-0">
            <Turn turn={turn} />
          </li>
        ))}
      </ul>
      {turns.length < most ? null : <p className="text-sm text-muted">{t('onlyNewest', { count: turns.length })}</p>}
    </>
  );
}

function Turn({ turn }: { readonly turn: MasteryTurn }) {
  const t = useTranslations('reports.mastery');
  const format = useFormatter();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const when = new Date(turn.at);
  return (
    <div className="grid gap-x-4 gap-y-1 sm:grid-cols-[minmax(0,1fr)_auto]">
      <p className="font-semibold wrap-anywhere">
        <PersonName name={turn.name} realName={turn.realName} />{' '}
        <span className={`font-normal ${turn.right ? 'text-good' : 'text-bad'}`}>{t(turn.right ? 'wasRight' : 'wasWrong')}</span>
      </p>
      <p className="text-sm text-muted sm:text-right">
        <time dateTime={when.toISOString()}>{format.dateTime(when, { dateStyle: 'medium', timeZone })}</time>
      </p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
        <dt className="text-muted">{t('asked')}</dt>
        <dd>
          <Code>{turn.state}</Code> <EventWords event={turn.event} />
        </dd>
        <dt className="text-muted">{t('chosen')}</dt>
        <dd>{turn.chosenSegment === null ? t('timeOut') : <Answer segment={turn.chosenSegment} state={turn.chosenState} />}</dd>
        <dt className="text-muted">{t('expected')}</dt>
        <dd>
          <Answer segment={turn.expectedSegment} state={turn.expectedState} />
        </dd>
      </dl>
      <Link
        href={`/replay/${turn.matchId}?turn=${turn.turn}`}
        className="inline-flex min-h-11 items-center self-end text-sm underline underline-offset-4 sm:justify-end"
      >
        {t('replay')}
      </Link>
    </div>
  );
}

function Answer({ segment, state }: { readonly segment: string; readonly state: string | null }) {
  const t = useTranslations('reports.mastery');
  return (
    <>
      {segment === 'nothing' ? t('nothing') : <Code>{segment}</Code>} → <Code>{state ?? '–'}</Code>
    </>
  );
}

type BehindHeadProps = { readonly label: string; readonly onClose: () => void };

export function BehindHead({ label, onClose }: BehindHeadProps) {
  const t = useTranslations('reports.mastery');
  return (
    <div className="flex items-start justify-between gap-3">
      <p className="text-muted wrap-anywhere">{label}</p>
      <Button look="text" className="shrink-0 whitespace-nowrap" onClick={onClose}>
        {t('close')}
      </Button>
    </div>
  );
}
