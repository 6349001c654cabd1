import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HOMEWORK_TITLE_MAX } from '#protocol/homework.ts';
import { scenarioNames } from '../../../../../scenario-names.ts';
import { Words } from '../../../../../words.tsx';
import { Gate } from '../../../../gate.tsx';
import { HomeworkDesk } from './homework-desk.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('class-homework'))('title') };
}

type Params = { readonly id: string; readonly homework: string };

export default async function ClassHomeworkPage({ params }: { readonly params: Promise<Params> }) {
  const { id, homework } = await params;
  return (
    <Words names={['instructor', 'homework', 'class-homework', 'reports', 'copy']}>
      <Gate>
        <HomeworkDesk classId={id} homeworkId={homework} scenarioNames={await scenarioNames()} maxTitle={HOMEWORK_TITLE_MAX} />
      </Gate>
    </Words>
  );
}
