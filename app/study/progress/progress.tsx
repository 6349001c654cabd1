'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/button.tsx';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { Main } from '#components/pages/main.tsx';
import { Trouble } from '#components/pages/trouble.tsx';
import { ProgressReport } from '#components/progress/progress-report.tsx';
import { ruleIn } from '#game/quiz/curriculum.ts';
import type { ConceptId } from '#game/quiz/concepts.ts';
import type { CardId } from '#game/quiz/vocabulary.ts';
import type { ProgressAnswer } from '#protocol/study.ts';
import { ask, type Reply } from '../../api.ts';
import type { ConceptNames } from '../../concept-names.ts';
import { useRead } from '../../read.ts';
import type { RuleNames } from '../../rule-texts.ts';
import { ensureGuest } from '../../session.ts';
import { tellAnswers } from '../answers.ts';
import { practiseHref } from '../practise-href.ts';
import { forgetOldSessions } from '../running.ts';

type ProgressProps = { readonly ruleNames: RuleNames; readonly conceptNames: ConceptNames };

export function Progress({ ruleNames, conceptNames }: ProgressProps) {
  const t = useTranslations('progress');
  const offset = -new Date().getTimezoneOffset();
  const [reply, askAgain] = useRead<ProgressAnswer>(`study/progress?${new URLSearchParams({ offset: `${offset}` })}`, readUpToNow);
  const cardName = (card: CardId) => {
    const rule = ruleIn(card);
    return rule === null ? conceptNames[card.slice('concept:'.length) as ConceptId] : ruleNames[rule].name;
  };
  return (
    <Main title={t('title')} intro={t('intro')}>
      <ButtonLink look="quiet" href="/study" className="self-start">
        {t('back')}
      </ButtonLink>
      {reply ? null : <p className="text-muted">{t('loading')}</p>}
      <Trouble trouble={reply && !reply.ok ? reply.trouble : null} />
      {reply && !reply.ok ? (
        <Button look="quiet" className="self-start" onClick={askAgain}>
          {t('retry')}
        </Button>
      ) : null}
      {reply?.ok ? (
        <ProgressReport
          answer={reply.data}
          offset={offset}
          cardName={cardName}
          learnHref="/study/learn"
          topicHref={(topic) => `/study/learn?mode=topic&topic=${topic}`}
          practiseHref={practiseHref}
        />
      ) : null}
    </Main>
  );
}

/** With what was answered without a connection and waits in the browser. */
async function readUpToNow<T>(path: string): Promise<Reply<T>> {
  const guest = await ensureGuest();
  if (!guest.ok) return guest;
  const { playerId } = guest.data;
  forgetOldSessions(playerId);
  await tellAnswers(playerId);
  return ask<T>('GET', path);
}
