import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Main } from '#components/pages/main.tsx';
import { PAPER_LENGTHS } from '#game/quiz/session.ts';
import { PAPER_SECONDS } from '#protocol/study.ts';
import { MatchNotice } from '../../notices.tsx';
import { PageHeader } from '../../page-header.tsx';
import { Words } from '../../words.tsx';
import { Exam } from './exam.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('papers'))('exam.title') };
}

export default async function ExamPage() {
  const t = await getTranslations('papers');
  return (
    <Words names={['papers', 'study', 'home', 'bots']}>
      <PageHeader />
      <Main title={t('exam.title')} intro={t('exam.intro', { questions: PAPER_LENGTHS.exam, minutes: PAPER_SECONDS.exam / 60 })} narrow>
        <Exam />
      </Main>
      <MatchNotice />
    </Words>
  );
}
