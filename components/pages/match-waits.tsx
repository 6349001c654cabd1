import { useTranslations } from 'next-intl';
import type { MatchSummary } from '#protocol/api.ts';
import { ButtonLink } from './button-link.tsx';
import { useOpponentName } from './opponent-name.ts';

type MatchWaitsProps = {
  readonly matchId: string;
  /** Of the other player; null where it has just begun and is not known yet. */
  readonly opponent: MatchSummary['opponent'] | null;
};

/** One's match goes on without one. */
export function MatchWaits({ matchId, opponent }: MatchWaitsProps) {
  const t = useTranslations('home');
  const nameOf = useOpponentName();
  return (
    <p className="card pointer-events-auto flex flex-wrap items-center gap-x-4 gap-y-2 border-client-faint bg-client-soft px-4 py-2 font-semibold">
      {opponent === null ? t('matched') : t('openMatch', { name: nameOf(opponent) })}
      <ButtonLink look="quiet" href={`/match/${matchId}`}>
        {t('toMatch')}
      </ButtonLink>
    </p>
  );
}
