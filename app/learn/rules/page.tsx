import type { Metadata } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { RuleFilter } from '#components/learn/rule-filter.tsx';
import { fits, filterIn, type Filter } from '#components/learn/filter.ts';
import { RuleStages } from '#components/learn/rule-stages.tsx';
import type { RuleWordsOf } from '#components/learn/rule-body.tsx';
import type { Query } from '#components/learn/selection.ts';
import { Main } from '#components/pages/main.tsx';
import { RULES } from '#game/tcp/rules.ts';
import { MatchNotice } from '../../notices.tsx';
import { PageHeader } from '../../page-header.tsx';
import { ruleWords } from '../../rule-texts.ts';
import { LADDER_WORDS, Words } from '../../words.tsx';
import { RuleExample } from '../rule-example.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('learn'))('rules.title') };
}

export default async function RulesPage({ searchParams }: { readonly searchParams: Promise<Query> }) {
  const filter = filterIn(await searchParams);
  return (
    <Words names={['learn-pictures', ...LADDER_WORDS]}>
      <PageHeader />
      <Rules filter={filter} words={await ruleWords()} />
      <MatchNotice />
    </Words>
  );
}

function Rules({ filter, words }: { readonly filter: Filter; readonly words: RuleWordsOf }) {
  const t = useTranslations('learn.rules');
  const rules = RULES.filter((rule) => fits(rule, filter));
  return (
    <Main title={t('title')} intro={<Intro />}>
      <RuleFilter filter={filter} count={rules.length} />
      <RuleStages rules={rules} words={words} example={(id) => <RuleExample id={id} title={words[id].name} />} />
    </Main>
  );
}

function Intro() {
  const t = useTranslations('learn.rules');
  return (
    <>
      {t('intro', { count: RULES.length })}{' '}
      <Link href="/learn" className="whitespace-nowrap text-client underline underline-offset-2">
        {t('toDiagram')}
      </Link>
    </>
  );
}
