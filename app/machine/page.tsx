import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MatchNotice } from '../notices.tsx';
import { PageHeader } from '../page-header.tsx';
import { ruleTexts } from '../rule-texts.ts';
import { Words } from '../words.tsx';
import { MachineRoom } from './machine-room.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('machine'))('title') };
}

export default async function MachinePage() {
  return (
    <Words names={['machine', 'duel', 'states', 'events', 'copy']}>
      <PageHeader />
      <MachineRoom rules={await ruleTexts()} />
      <MatchNotice />
    </Words>
  );
}
