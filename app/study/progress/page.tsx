import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { conceptNames } from '../../concept-names.ts';
import { MatchNotice } from '../../notices.tsx';
import { PageHeader } from '../../page-header.tsx';
import { ruleNames } from '../../rule-texts.ts';
import { Words } from '../../words.tsx';
import { Progress } from './progress.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('progress'))('title') };
}

export default async function ProgressPage() {
  return (
    <Words names={['progress', 'study', 'reports', 'home', 'bots']}>
      <PageHeader />
      <Progress ruleNames={await ruleNames()} conceptNames={await conceptNames()} />
      <MatchNotice />
    </Words>
  );
}
