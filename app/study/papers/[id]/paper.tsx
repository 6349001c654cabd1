'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { Main } from '#components/pages/main.tsx';
import { Trouble } from '#components/pages/trouble.tsx';
import { HandingIn } from '#components/papers/handing-in.tsx';
import { PaperBar } from '#components/papers/paper-bar.tsx';
import { PaperSheet } from '#components/papers/paper-sheet.tsx';
import type { PaperAnswer, PaperItem } from '#protocol/study.ts';
import { PageHeader } from '../../../page-header.tsx';
import type { RuleNames } from '../../../rule-texts.ts';
import { useAskedTexts } from '../../use-asked-texts.ts';
import { useSitting } from './use-sitting.ts';

type PaperProps = { readonly paperId: string; readonly names: RuleNames };

/** An exam or a daily challenge that is sat; once it is handed in, its result. */
export function Paper({ paperId, names }: PaperProps) {
  const t = useTranslations('papers');
  const router = useRouter();
  const sitting = useSitting(paperId);
  const { paper, refused, isCutOff } = sitting;
  const isOver = paper?.result != null;
  useEffect(() => {
    if (isOver) router.replace(`/study/papers/${encodeURIComponent(paperId)}/result`);
  }, [router, paperId, isOver]);
  if (paper && !isOver && !refused) return <Open sitting={sitting} paper={paper} names={names} />;
  return (
    <>
      <PageHeader />
      <Main title={t('title')} narrow>
        <Trouble trouble={refused ?? (isCutOff ? 'unreachable' : null)} />
        {!refused && !isCutOff && <p className="text-muted">{t('loading')}</p>}
      </Main>
    </>
  );
}

type OpenProps = { readonly sitting: ReturnType<typeof useSitting>; readonly paper: PaperAnswer; readonly names: RuleNames };

function Open({ sitting, paper, names }: OpenProps) {
  const { ahead, untold, isHandingIn, isCutOff, give, handIn, look } = sitting;
  const texts = useAskedTexts(names);
  const hostNow = useCallback(() => performance.now() + ahead, [ahead]);
  const items = paper.items.map((item, number): PaperItem => ({ ...item, given: untold[number] ?? item.given }));
  const [number, setNumber] = useNumber(items);
  const bar = (
    <PageHeader>
      <PaperBar kind={paper.kind} items={items} />
    </PageHeader>
  );
  if (isHandingIn || !texts)
    return (
      <>
        {bar}
        <HandingIn isTimeUp={hostNow() >= paper.endsAt} isCutOff={isCutOff} isLoading={!isHandingIn} onRetry={look} />
      </>
    );
  return (
    <>
      {bar}
      <PaperSheet
        kind={paper.kind}
        items={items}
        number={number}
        endsAt={paper.endsAt}
        hostNow={hostNow}
        isCutOff={isCutOff}
        texts={texts}
        onNumber={setNumber}
        onGive={(given) => give(number, given)}
        onHandIn={handIn}
      />
    </>
  );
}

/** The question that is looked at, from 0, is in the address, so that a reload comes back to it; without it, the first that is open. */
function useNumber(items: readonly PaperItem[]): readonly [number, (number: number) => void] {
  const [number, setNumber] = useState(() => {
    const named = Number(window.location.hash.slice(1)) - 1;
    if (items[named]) return named;
    return Math.max(
      0,
      items.findIndex(({ given }) => given === null),
    );
  });
  const go = (next: number) => {
    window.history.replaceState(null, '', `#${next + 1}`);
    setNumber(next);
  };
  return [number, go];
}
