import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ruleNames } from '../../../rule-texts.ts';
import { scenarioNames } from '../../../scenario-names.ts';
import { Words } from '../../../words.tsx';
import { Gate } from '../../gate.tsx';
import { ConsoleRoom } from './console-room.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('console'))('title') };
}

export default async function SessionPage({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params;
  return (
    <Words names={['instructor', 'console', 'sessions', 'copy', 'duel']}>
      <Gate>
        <ConsoleRoom contestId={id} ruleNames={await ruleNames()} scenarioNames={await scenarioNames()} />
      </Gate>
    </Words>
  );
}
