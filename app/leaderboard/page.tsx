import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PERIODS } from '#protocol/api.ts';
import { MatchNotice } from '../notices.tsx';
import { PageHeader } from '../page-header.tsx';
import { scenarioNames } from '../scenario-names.ts';
import { Words } from '../words.tsx';
import { Leaderboard } from './leaderboard.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('leaderboard'))('title') };
}

export default async function LeaderboardPage() {
  return (
    <Words names={['leaderboard', 'home', 'bots']}>
      <PageHeader />
      <Leaderboard periods={PERIODS} scenarioNames={await scenarioNames()} />
      <MatchNotice />
    </Words>
  );
}
