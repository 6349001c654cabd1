import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { Card } from '#components/pages/card.tsx';
import type { InstructorView } from '#protocol/contest.ts';

type AfterCardProps = { readonly view: Pick<InstructorView, 'classId' | 'isRehearsal'> };

/** Where a session that is over leads: what it has shown, and the next one. A rehearsal leaves nothing to be seen elsewhere. */
export function AfterCard({ view: { classId, isRehearsal } }: AfterCardProps) {
  const t = useTranslations('console.after');
  const ways = [
    classId === null ? null : (['mastery', `/instructor/classes/${classId}/mastery`] as const),
    isRehearsal ? null : (['leaderboard', '/instructor/leaderboard'] as const),
    ['again', `/instructor/sessions/new${classId === null ? '' : `?class=${classId}`}`] as const,
  ].filter((way) => way !== null);
  return (
    <Card title={t('title')}>
      <ul className="flex flex-col gap-2">
        {ways.map(([key, href]) => (
          <li key={key} className="flex flex-col">
            <ButtonLink look="quiet" href={href}>
              {t(key)}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
