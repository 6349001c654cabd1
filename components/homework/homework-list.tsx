import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { useWhen } from '#components/pages/when.ts';
import type { HomeworkSummary } from '#protocol/homework.ts';

type HomeworkListProps = { readonly homework: readonly HomeworkSummary[]; readonly hrefOf: (homeworkId: string) => string };

/** Of one class, as the host orders it: newest first. */
export function HomeworkList({ homework, hrefOf }: HomeworkListProps) {
  return (
    <ul className="flex flex-col divide-y divide-line">
      {homework.map((one) => (
        <Item key={one.homeworkId} one={one} href={hrefOf(one.homeworkId)} />
      ))}
    </ul>
  );
}

function Item({ one, href }: { readonly one: HomeworkSummary; readonly href: string }) {
  const t = useTranslations('class-homework');
  const when = useWhen();
  const { title, dueAt, tasks, goal, students, done, doneLate } = one;
  const what = goal ? t('goal', goal) : t('tasks', { count: tasks.length });
  const late = doneLate > 0 ? t('doneLate', { count: doneLate }) : '';
  return (
    <li className="grid items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="font-semibold wrap-anywhere">{title}</p>
        <p className="text-sm text-muted">{[t('due', { when: when(dueAt) }), what].join(' · ')}</p>
        <p className="text-sm text-muted">{[t('done', { done, students }), late].filter(Boolean).join(' · ')}</p>
      </div>
      <ButtonLink look="quiet" href={href} aria-label={t('resultsOf', { title })}>
        {t('results')}
      </ButtonLink>
    </li>
  );
}
