import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ClassSummary } from '#protocol/classes.ts';

export function ClassList({ classes, label }: { readonly classes: readonly ClassSummary[]; readonly label: string }) {
  const t = useTranslations('classes');
  return (
    <ul aria-label={label} className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {classes.map(({ classId, name, term, students }) => (
        <li key={classId}>
          <Link
            href={`/instructor/classes/${classId}`}
            className="card flex h-full flex-col gap-1 p-4 hover:border-ink focus-visible:border-ink"
          >
            <span className="text-lg font-bold wrap-anywhere">{name}</span>
            <span className="text-sm text-muted wrap-anywhere">
              {[term, t('students', { count: students })].filter(Boolean).join(' · ')}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
