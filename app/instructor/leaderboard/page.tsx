import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LEVELS } from '#game/match/vocabulary.ts';
import { PERIODS } from '#protocol/api.ts';
import { RANKINGS } from '#protocol/reports.ts';
import { scenarioNames } from '../../scenario-names.ts';
import { Words } from '../../words.tsx';
import { Gate } from '../gate.tsx';
import { ClassLeaderboard } from './class-leaderboard.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports.leaderboard'))('title') };
}

export default async function InstructorLeaderboardPage() {
  const t = await getTranslations('reports.leaderboard');
  const limits = { rankings: RANKINGS, periods: PERIODS, levels: LEVELS };
  return (
    <Words names={['instructor', 'reports']}>
      <Gate title={t('title')} intro={t('intro')}>
        <ClassLeaderboard {...limits} scenarioNames={await scenarioNames()} />
      </Gate>
    </Words>
  );
}
