import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ruleNames, ruleTexts } from '../../rule-texts.ts';
import { QUIZ_WORDS, Words } from '../../words.tsx';
import { Interview } from './interview.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('study'))('interviewTitle') };
}

export default async function InterviewPage() {
  return (
    <Words names={['study', ...QUIZ_WORDS]}>
      <Interview rules={{ texts: await ruleTexts(), names: await ruleNames() }} />
    </Words>
  );
}
