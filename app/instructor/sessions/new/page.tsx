import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MOST_ROUNDS, PAIRINGS } from '#protocol/contest.ts';
import { scenarioNames } from '../../../scenario-names.ts';
import { Words } from '../../../words.tsx';
import { Gate } from '../../gate.tsx';
import { NewSession } from './new-session.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sessions.setup'))('title') };
}

type NewSessionPageProps = { readonly searchParams: Promise<{ readonly class?: string | string[] }> };

export default async function NewSessionPage({ searchParams }: NewSessionPageProps) {
  const t = await getTranslations('sessions.setup');
  const firstClass = [(await searchParams).class].flat()[0] ?? null;
  return (
    <Words names={['instructor', 'sessions', 'console', 'levels', 'time', 'home', 'bots']}>
      <Gate title={t('title')}>
        <NewSession pairings={PAIRINGS} mostRounds={MOST_ROUNDS} firstClass={firstClass} scenarioNames={await scenarioNames()} />
      </Gate>
    </Words>
  );
}
