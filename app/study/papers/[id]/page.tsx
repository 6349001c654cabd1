import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ruleNames } from '../../../rule-texts.ts';
import { QUIZ_WORDS, Words } from '../../../words.tsx';
import { Paper } from './paper.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('papers'))('title') };
}

type PaperPageProps = { readonly params: Promise<{ readonly id: string }> };

export default async function PaperPage({ params }: PaperPageProps) {
  return (
    <Words names={['papers', ...QUIZ_WORDS]}>
      <Paper paperId={(await params).id} names={await ruleNames()} />
    </Words>
  );
}
