import { useTranslations } from 'next-intl';
import type { StudentRow } from '#protocol/classes.ts';

type CodeSheetProps = { readonly className: string; readonly students: readonly StudentRow[] };

/** On paper alone: a slip for each student, to be cut out. */
export function CodeSheet({ className, students }: CodeSheetProps) {
  const t = useTranslations('classes.sheet');
  return (
    <section className="hidden print:block">
      <p className="text-xl font-bold">
        {t('title')} · {className}
      </p>
      <p className="mb-4 text-sm">{t('text')}</p>
      <ul className="grid grid-cols-2">
        {students.map(({ studentId, name, number, code }) => (
          <li key={studentId} className="flex break-inside-avoid flex-col gap-1 border border-dashed border-line-strong p-4">
            <span className="font-semibold wrap-anywhere">
              {name} {number ? <span className="font-normal">· {number}</span> : null}
            </span>
            <span className="font-mono text-2xl font-bold tracking-wider">{code}</span>
            <span className="text-xs">
              {className}. {t('keep')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
