import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/pages/button-link.tsx';
import type { HomeworkOfMatchAnswer } from '#protocol/homework.ts';
import { useAttended } from '../../attended.ts';
import { useRead } from '../../read.ts';

/** The next round calls by itself; until then the session says what it waits for. */
export function BackToSession() {
  const t = useTranslations('match-page');
  const contestId = useAttended();
  return contestId === null ? null : <Back href={`/session/${contestId}`} label={t('toSession')} />;
}

/** Asked of the host: a student may have more than one homework, and another phone. */
export function BackToHomework({ matchId }: { readonly matchId: string }) {
  const t = useTranslations('match-page');
  const [reply] = useRead<HomeworkOfMatchAnswer>(`matches/${encodeURIComponent(matchId)}/homework`);
  return reply?.ok ? <Back href={`/homework/${reply.data.key}`} label={t('toHomework')} /> : null;
}

function Back({ href, label }: { readonly href: string; readonly label: string }) {
  return (
    <ButtonLink look="main" href={href} className="w-auto! px-6">
      {label}
    </ButtonLink>
  );
}
