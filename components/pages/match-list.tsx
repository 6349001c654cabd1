import { useFormatter, useTranslations } from 'next-intl';
import type { MatchSummary } from '#protocol/api.ts';
import { ButtonLink } from './button-link.tsx';
import { useOpponentName } from './opponent-name.ts';
import { When } from './when.tsx';

type MatchListProps = {
  readonly matches: readonly MatchSummary[];
  readonly scenarioName: (id: string) => string;
};

export function MatchList({ matches, scenarioName }: MatchListProps) {
  return (
    <ul className="flex flex-col gap-3">
      {matches.map((match) => (
        <Item key={match.matchId} match={match} scenarioName={scenarioName} />
      ))}
    </ul>
  );
}

function Item({ match, scenarioName }: { readonly match: MatchSummary } & Pick<MatchListProps, 'scenarioName'>) {
  const t = useTranslations('matches');
  const nameOf = useOpponentName();
  const isOpen = match.result === 'open';
  const title = match.scenario ? scenarioName(match.scenario) : t('hidden');
  return (
    <li className="card grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-2 p-4 sm:grid-cols-[4rem_1fr_7rem_auto]">
      <Result result={match.result} />
      <div className="min-w-0 max-sm:order-first max-sm:col-span-2">
        <p className="font-semibold wrap-anywhere">{nameOf(match.opponent)}</p>
        <p className="text-sm text-muted">
          {match.kind === 'tutorial' ? t('tutorial') : `${t('level', { level: match.level })} · ${title}`} · <When at={match.startedAt} />
        </p>
      </div>
      <Outcome match={match} />
      <ButtonLink look="quiet" href={isOpen ? `/match/${match.matchId}` : `/replay/${match.matchId}`} className="max-sm:col-span-2">
        {isOpen ? t('resume') : t('replay')}
      </ButtonLink>
    </li>
  );
}

const RESULT_LOOKS = {
  won: 'bg-good-soft text-good',
  lost: 'bg-bad-soft text-bad',
  drawn: 'bg-sunken text-muted',
  open: 'bg-client-soft text-client',
} as const;

function Result({ result }: Pick<MatchSummary, 'result'>) {
  const t = useTranslations('matches');
  return (
    <span className={`justify-self-start rounded-full px-3 py-1 text-sm font-semibold ${RESULT_LOOKS[result]}`}>
      {t(`results.${result}`)}
    </span>
  );
}

function Outcome({ match: { points, accuracy } }: { readonly match: MatchSummary }) {
  const t = useTranslations('matches');
  const format = useFormatter();
  return (
    <p className="text-right tabular-nums">
      {points ? <span className="block font-bold">{points.map((one) => format.number(one)).join(' : ')}</span> : null}
      {accuracy === null ? null : (
        <span className="block text-sm text-muted">
          {t('accuracy')} {format.number(accuracy, { style: 'percent', maximumFractionDigits: 0 })}
        </span>
      )}
    </p>
  );
}
