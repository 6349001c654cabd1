import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ruleNames, ruleTexts } from '../../rule-texts.ts';
import { QUIZ_WORDS, Words } from '../../words.tsx';
import { Learn } from './learn.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('study'))('learnTitle') };
}

export default async function LearnPage() {
  return (
    <Words names={['study', ...QUIZ_WORDS]}>
      <Learn rules={{ texts: await ruleTexts(), names: await ruleNames() }} />
    </Words>
  );
}
