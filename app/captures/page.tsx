import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DIAGRAM } from '#game/tcp/diagram.ts';
import { MatchNotice } from '../notices.tsx';
import { PageHeader } from '../page-header.tsx';
import { ruleTexts } from '../rule-texts.ts';
import { MATCH_WORDS, Words } from '../words.tsx';
import { Captures } from './captures.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('captures'))('title') };
}

export default async function CapturesPage() {
  const edges = DIAGRAM.map(({ from, to }) => ({ from, to }));
  return (
    <Words names={['captures', 'levels', 'home', ...MATCH_WORDS]}>
      <PageHeader />
      <Captures edges={edges} rules={await ruleTexts()} />
      <MatchNotice />
    </Words>
  );
}
