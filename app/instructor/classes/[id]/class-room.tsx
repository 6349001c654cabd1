'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import type { ClassLimits } from '#components/classes/class-form.tsx';
import { ClassSettings } from '#components/classes/class-settings.tsx';
import { CodeSheet } from '#components/classes/code-sheet.tsx';
import type { HomeworkLimits } from '#components/homework/homework-form.tsx';
import { Main } from '#components/pages/main.tsx';
import { useTroubleText, type TroubleCode } from '#components/pages/trouble.tsx';
import type { ClassSummary, RosterAnswer, StudentRow } from '#protocol/classes.ts';
import { askAsInstructor, readAsInstructor } from '../../../instructor-session.ts';
import { useRead } from '../../../read.ts';
import type { ScenarioNames } from '../../../scenario-names.ts';
import { ClassHomework } from './class-homework.tsx';
import { ImportRoster } from './import-roster.tsx';
import { Roster } from './roster.tsx';

type ClassRoomProps = {
  readonly classId: string;
  readonly limits: ClassLimits;
  readonly maxOctets: number;
  readonly homeworkLimits: HomeworkLimits;
  readonly scenarioNames: ScenarioNames;
};

export function ClassRoom({ classId, limits, maxOctets, homeworkLimits, scenarioNames }: ClassRoomProps) {
  const t = useTranslations('classes');
  const textOf = useTroubleText();
  const path = `classes/${encodeURIComponent(classId)}`;
  const [reply, readAgain] = useRead<RosterAnswer>(path, readAsInstructor);
  const students = useSorted(reply?.ok ? reply.data.students : []);
  if (!reply) return <Main title={t('loading')} />;
  if (!reply.ok) return <Main title={t('title')} intro={textOf(reply.trouble)} />;
  const { class: known } = reply.data;
  return (
    <>
      <div className="contents print:hidden">
        <Main title={known.name} intro={<Intro known={known} />}>
          <Roster path={path} students={students} onChanged={readAgain} />
          <ClassHomework classId={classId} scenarioNames={scenarioNames} limits={homeworkLimits} />
          <ImportRoster path={path} maxOctets={maxOctets} onImported={readAgain} />
          <Settings path={path} known={known} limits={limits} onChanged={readAgain} />
        </Main>
      </div>
      <CodeSheet className={known.name} students={students} />
    </>
  );
}

/** As the reader's language sorts names. */
function useSorted(students: readonly StudentRow[]): readonly StudentRow[] {
  const order = new Intl.Collator(useLocale(), { numeric: true });
  return [...students].sort((a, b) => order.compare(a.name, b.name) || order.compare(a.number ?? '', b.number ?? ''));
}

function Intro({ known: { classId, term, students, archived } }: { readonly known: ClassSummary }) {
  const t = useTranslations('classes');
  const words = [term, t('students', { count: students }), archived ? t('archived') : ''];
  return (
    <p className="flex flex-wrap items-center gap-x-3">
      <Link href="/instructor/classes" className="text-client underline underline-offset-4">
        {t('all')}
      </Link>
      <Link href={`/instructor/classes/${classId}/results`} className="text-client underline underline-offset-4">
        {t('results')}
      </Link>
      <Link href={`/instructor/classes/${classId}/mastery`} className="text-client underline underline-offset-4">
        {t('mastery')}
      </Link>
      <Link href={`/instructor/sessions/new?class=${classId}`} className="text-client underline underline-offset-4">
        {t('newSession')}
      </Link>
      <span>{words.filter(Boolean).join(' · ')}</span>
    </p>
  );
}

type SettingsProps = { readonly path: string; readonly known: ClassSummary; readonly limits: ClassLimits; readonly onChanged: () => void };

function Settings({ path, known, limits, onChanged }: SettingsProps) {
  const router = useRouter();

  async function change(wish: object): Promise<TroubleCode | null> {
    const changed = await askAsInstructor('PATCH', path, wish);
    if (!changed.ok) return changed.trouble;
    onChanged();
    return null;
  }

  async function remove(name: string): Promise<TroubleCode | null> {
    const removed = await askAsInstructor('DELETE', path, { name });
    if (!removed.ok) return removed.trouble;
    router.push('/instructor/classes');
    return null;
  }

  return <ClassSettings known={known} limits={limits} onChange={change} onDelete={remove} />;
}
