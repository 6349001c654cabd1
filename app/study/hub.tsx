'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { useTranslations } from 'next-intl';
import { StudyHub } from '#components/quiz/study-hub.tsx';
import { cardsOf, TEACHING_ORDER } from '#game/quiz/curriculum.ts';
import type { Wish } from '#game/quiz/session.ts';
import { TOPICS } from '#game/quiz/vocabulary.ts';
import { StudyTrouble, WaitingNotice } from './notices.tsx';
import { forgetOldSessions, isOver, runningSession } from './running.ts';
import type { Study } from './studies.ts';
import { countDue } from './use-session.ts';
import { useStudy } from './use-study.ts';

type HubProps = {
  /** What there is besides. */
  readonly children: ReactNode;
};

/** What is due, and the ways to study. */
export function Hub({ children }: HubProps) {
  const reply = useStudy();
  const t = useTranslations('study');
  switch (reply.state) {
    case 'loading':
      return (
        <>
          <p className="text-muted">{t('loading')}</p>
          {children}
        </>
      );
    case 'trouble':
      return (
        <>
          <StudyTrouble trouble={reply.trouble} onRetry={reply.onRetry} />
          {children}
        </>
      );
    case 'open':
      return <OfPlayer study={reply.study}>{children}</OfPlayer>;
    default:
      return reply satisfies never;
  }
}

function OfPlayer({ study, children }: HubProps & { readonly study: Study }) {
  const [now] = useState(() => Date.now());
  const { playerId, cards } = study;
  const running = runningSession(playerId, LEARN, now);
  useEffect(() => forgetOldSessions(playerId), [playerId]);
  const dues = [...cards.values()].map(({ due }) => due).filter((due) => due > now);
  return (
    <StudyHub
      due={countDue(cards, now)}
      nextDue={dues.length > 0 ? Math.min(...dues) : null}
      now={now}
      isNew={cards.size === 0}
      fresh={TEACHING_ORDER.filter((card) => !cards.has(card)).length}
      mistakes={[...cards.values()].filter(({ wasRight }) => !wasRight).length}
      isUnderWay={running !== null && !isOver(running)}
      topics={TOPICS.map((topic) => ({ topic, all: cardsOf(topic).length, met: cardsOf(topic).filter((card) => cards.has(card)).length }))}
      notice={<WaitingNotice study={study} />}
      more={children}
    />
  );
}

const LEARN: Wish = { mode: 'learn' };
