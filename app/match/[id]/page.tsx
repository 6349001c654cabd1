import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DIAGRAM } from '#game/tcp/diagram.ts';
import { ruleTexts } from '../../rule-texts.ts';
import { scenarioNames, scenarioStories } from '../../scenario-names.ts';
import { MATCH_WORDS, Words } from '../../words.tsx';
import { MatchRoom } from './match-room.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('match-page'))('title') };
}

export default async function MatchPage({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params;
  const edges = DIAGRAM.map(({ from, to }) => ({ from, to }));
  return (
    <Words names={['match-page', 'tutorial', ...MATCH_WORDS]}>
      <MatchRoom
        matchId={id}
        edges={edges}
        rules={await ruleTexts()}
        scenarioNames={await scenarioNames()}
        scenarioStories={await scenarioStories()}
      />
    </Words>
  );
}
