import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DIAGRAM } from '#game/tcp/diagram.ts';
import { PageHeader } from '../../page-header.tsx';
import { ruleTexts } from '../../rule-texts.ts';
import { scenarioNames } from '../../scenario-names.ts';
import { MATCH_WORDS, Words } from '../../words.tsx';
import { Recording } from './recording.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('replay-page'))('title') };
}

type ReplayPageProps = {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<{ readonly turn?: string | string[] }>;
};

/** `?turn=` begins with that turn, as the match counts them: from 0, over both legs. */
export default async function ReplayPage({ params, searchParams }: ReplayPageProps) {
  const [{ id }, { turn }] = await Promise.all([params, searchParams]);
  const edges = DIAGRAM.map(({ from, to }) => ({ from, to }));
  return (
    <Words names={['replay-page', ...MATCH_WORDS]}>
      <PageHeader />
      <Recording
        matchId={id}
        edges={edges}
        rules={await ruleTexts()}
        scenarioNames={await scenarioNames()}
        firstTurn={turn === undefined ? undefined : Number(turn)}
      />
    </Words>
  );
}
