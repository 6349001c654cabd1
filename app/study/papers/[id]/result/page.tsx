import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ruleNames, ruleTexts } from '../../../../rule-texts.ts';
import { QUIZ_WORDS, Words } from '../../../../words.tsx';
import { Result } from './result.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('papers'))('resultTitle') };
}

type ResultPageProps = { readonly params: Promise<{ readonly id: string }> };

export default async function ResultPage({ params }: ResultPageProps) {
  return (
    <Words names={['papers', 'study', ...QUIZ_WORDS]}>
      <Result paperId={(await params).id} rules={{ texts: await ruleTexts(), names: await ruleNames() }} />
    </Words>
  );
}
