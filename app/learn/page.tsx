import type { Metadata } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { ArrowPanel } from '#components/learn/arrow-panel.tsx';
import { useDiagramWords } from '#components/learn/arrow-words.ts';
import { DiagramDownload } from '#components/learn/diagram-download.tsx';
import { DiagramMap } from '#components/learn/diagram-map.tsx';
import type { RuleWordsOf } from '#components/learn/rule-body.tsx';
import { type Query, type Selection, selectionIn } from '#components/learn/selection.ts';
import { StateList } from '#components/learn/state-list.tsx';
import { StatePanel } from '#components/learn/state-panel.tsx';
import { Main } from '#components/pages/main.tsx';
import { MatchNotice } from '../notices.tsx';
import { PageHeader } from '../page-header.tsx';
import { ruleWords } from '../rule-texts.ts';
import { LADDER_WORDS, Words } from '../words.tsx';
import { RuleExample } from './rule-example.tsx';

type LearnProps = { readonly searchParams: Promise<Query> };

export async function generateMetadata({ searchParams }: LearnProps): Promise<Metadata> {
  const chosen = selectionIn(await searchParams);
  const title = (await getTranslations('learn'))('title');
  return { title: chosen ? `${nameOf(chosen)} · ${title}` : title };
}

function nameOf(chosen: Selection): string {
  return chosen.type === 'state' ? chosen.state : `${chosen.arrow.from} → ${chosen.arrow.to}`;
}

/** What is chosen is in the address, and made by the host: going back is going back. */
export default async function LearnPage({ searchParams }: LearnProps) {
  const chosen = selectionIn(await searchParams);
  return (
    <Words names={['learn-pictures', ...LADDER_WORDS]}>
      <PageHeader />
      <Learn chosen={chosen} words={await ruleWords()} />
      <MatchNotice />
    </Words>
  );
}

const HEADING = 'chosen';

function Learn({ chosen, words }: { readonly chosen: Selection | null; readonly words: RuleWordsOf }) {
  const t = useTranslations('learn');
  const arrows = useDiagramWords();
  return (
    <Main title={t('title')} intro={<Intro />} wide>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[minmax(0,1fr)_26rem] lg:items-start">
        <div className="card flex min-w-0 flex-col gap-3 p-3 sm:p-5 lg:sticky lg:top-4">
          <DiagramMap
            {...{ arrows, chosen }}
            headingId={HEADING}
            announced={useAnnouncement(chosen)}
            label={t('diagram')}
            keys={t('keys')}
          />
          <DiagramDownload {...{ arrows, chosen }} />
        </div>
        <Panel chosen={chosen} words={words} />
      </div>
      <StateList />
    </Main>
  );
}

function Intro() {
  const t = useTranslations('learn');
  const machine = useTranslations('machine');
  return (
    <>
      <p>{t('intro')}</p>
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        <Link href="/learn/rules" className="py-1 text-client underline underline-offset-2">
          {t('toRules')}
        </Link>
        <Link href="/machine" className="py-1 text-client underline underline-offset-2">
          {machine('title')}
        </Link>
      </p>
    </>
  );
}

function useAnnouncement(chosen: Selection | null): string {
  const t = useTranslations('learn');
  if (chosen === null) return '';
  if (chosen.type === 'state') return t('chosenState', chosen);
  return t('chosenArrow', { from: chosen.arrow.from, to: chosen.arrow.to });
}

function Panel({ chosen, words }: { readonly chosen: Selection | null; readonly words: RuleWordsOf }) {
  if (chosen === null) return <NothingChosen />;
  if (chosen.type === 'state') return <StatePanel state={chosen.state} headingId={HEADING} rules={words} />;
  return (
    <ArrowPanel
      arrow={chosen.arrow}
      headingId={HEADING}
      words={words}
      example={(id, isOpen) => <RuleExample key={id} id={id} title={words[id].name} isOpen={isOpen} />}
    />
  );
}

function NothingChosen() {
  const t = useTranslations('learn');
  return (
    <section aria-labelledby={HEADING} className="card flex flex-col gap-3 p-5">
      <h2 id={HEADING} className="text-lg font-bold">
        {t('nothingChosen')}
      </h2>
      <p>{t('nothingChosenText')}</p>
      <p className="text-sm text-muted">{t('nothingChosenOmitted')}</p>
    </section>
  );
}
