'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect } from 'react';
import { Main } from '#components/pages/main.tsx';
import { PaperResult } from '#components/papers/paper-result.tsx';
import type { PaperAnswer } from '#protocol/study.ts';
import { PageHeader } from '../../../../page-header.tsx';
import { useRead } from '../../../../read.ts';
import { useMe } from '../../../../session.ts';
import { StudyTrouble } from '../../../notices.tsx';
import { type RuleWords, useQuizTexts } from '../../../use-quiz-texts.ts';

type ResultProps = { readonly paperId: string; readonly rules: RuleWords };

/** A paper that was handed in; one that is open is sat. Only here do the reasons come into the browser. */
export function Result({ paperId, rules }: ResultProps) {
  const path = `study/papers/${encodeURIComponent(paperId)}`;
  const [reply, readAgain] = useRead<PaperAnswer>(path);
  const router = useRouter();
  const isOpen = reply?.ok === true && reply.data.result === null;
  useEffect(() => {
    if (isOpen) router.replace(`/${path}`);
  }, [router, path, isOpen]);
  return (
    <>
      <PageHeader />
      {reply?.ok && reply.data.result ? (
        <HandedIn paper={reply.data} result={reply.data.result} rules={rules} />
      ) : (
        <NotThere>{reply && !reply.ok ? <StudyTrouble trouble={reply.trouble} onRetry={readAgain} /> : null}</NotThere>
      )}
    </>
  );
}

function NotThere({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('papers');
  return (
    <Main title={t('resultTitle')} narrow>
      {children ?? <p className="text-muted">{t('loading')}</p>}
    </Main>
  );
}

type HandedInProps = {
  readonly paper: PaperAnswer;
  readonly result: NonNullable<PaperAnswer['result']>;
  readonly rules: RuleWords;
};

function HandedIn({ paper, result, rules }: HandedInProps) {
  const me = useMe();
  const texts = useQuizTexts(rules);
  if (!texts) return <NotThere>{null}</NotThere>;
  return <PaperResult paper={paper} result={result} name={me?.ok ? me.data.name : ''} texts={texts} onPrint={() => window.print()} />;
}
