import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CLASS_NAME_MAX, ROSTER_OCTETS_MAX, TERM_MAX } from '#protocol/classes.ts';
import { HOMEWORK_TITLE_MAX, MOST_TASKS } from '#protocol/homework.ts';
import { scenarioNames } from '../../../scenario-names.ts';
import { Words } from '../../../words.tsx';
import { Gate } from '../../gate.tsx';
import { ClassRoom } from './class-room.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('classes'))('title') };
}

export default async function ClassPage({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params;
  return (
    <Words names={['instructor', 'classes', 'class-homework', 'levels']}>
      <Gate>
        <ClassRoom
          classId={id}
          limits={{ name: CLASS_NAME_MAX, term: TERM_MAX }}
          maxOctets={ROSTER_OCTETS_MAX}
          homeworkLimits={{ title: HOMEWORK_TITLE_MAX, tasks: MOST_TASKS }}
          scenarioNames={await scenarioNames()}
        />
      </Gate>
    </Words>
  );
}
