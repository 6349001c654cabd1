'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { ClassForm, type ClassLimits } from '#components/classes/class-form.tsx';
import { ClassList } from '#components/classes/class-list.tsx';
import { Card } from '#components/pages/card.tsx';
import { Trouble } from '#components/pages/trouble.tsx';
import type { ClassAnswer, ClassesAnswer, ClassSummary } from '#protocol/classes.ts';
import { askAsInstructor, readAsInstructor } from '../../instructor-session.ts';
import { useRead } from '../../read.ts';

export function Classes({ limits }: { readonly limits: ClassLimits }) {
  const t = useTranslations('classes');
  const router = useRouter();
  const [reply] = useRead<ClassesAnswer>('classes', readAsInstructor);

  async function make(details: { readonly name: string; readonly term: string }) {
    const made = await askAsInstructor<ClassAnswer>('POST', 'classes', details);
    if (!made.ok) return made.trouble;
    router.push(`/instructor/classes/${made.data.class.classId}`);
    return null;
  }

  return (
    <>
      <Trouble trouble={reply && !reply.ok ? reply.trouble : null} />
      {reply?.ok ? <Lists classes={reply.data.classes} /> : null}
      <Card title={t('make.title')}>
        <ClassForm limits={limits} label={t('make.submit')} onSave={make} />
      </Card>
    </>
  );
}

function Lists({ classes }: { readonly classes: readonly ClassSummary[] }) {
  const t = useTranslations('classes');
  const [archived, current] = [classes.filter((one) => one.archived), classes.filter((one) => !one.archived)];
  if (classes.length === 0) return <p className="card p-6 text-muted">{t('empty')}</p>;
  return (
    <>
      {current.length > 0 ? <ClassList classes={current} label={t('title')} /> : null}
      {archived.length > 0 ? (
        <details>
          <summary className="mb-3 min-h-11 cursor-pointer py-2 font-semibold">{t('showArchived', { count: archived.length })}</summary>
          <ClassList classes={archived} label={t('archived')} />
        </details>
      ) : null}
    </>
  );
}
