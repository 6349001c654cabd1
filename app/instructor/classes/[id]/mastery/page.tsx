import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DIAGRAM } from '#game/tcp/diagram.ts';
import { MOST_MASTERY_TURNS } from '#protocol/reports.ts';
import { misconceptionNames } from '../../../../misconception-names.ts';
import { ruleNames } from '../../../../rule-texts.ts';
import { Words } from '../../../../words.tsx';
import { Gate } from '../../../gate.tsx';
import { Mastery } from './mastery.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports.mastery'))('title') };
}

export default async function MasteryPage({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const t = await getTranslations('reports.mastery');
  const { id } = await params;
  const names = { ruleNames: await ruleNames(), misconceptionNames: await misconceptionNames() };
  const edges = DIAGRAM.map(({ from, to }) => ({ from, to }));
  return (
    <Words names={['instructor', 'reports', 'projector']}>
      <Gate title={t('title')} intro={t('intro')}>
        <Mastery classId={id} edges={edges} {...names} mostTurns={MOST_MASTERY_TURNS} />
      </Gate>
    </Words>
  );
}
