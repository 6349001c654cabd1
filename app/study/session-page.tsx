'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { Main } from '#components/pages/main.tsx';
import type { TroubleCode } from '#components/pages/trouble.tsx';
import type { QuizTexts } from '#components/quiz/quiz-texts.ts';
import { SessionBar } from '#components/quiz/session-bar.tsx';
import { SessionOver } from '#components/quiz/session-over.tsx';
import type { Wish } from '#game/quiz/session.ts';
import type { Made } from '#game/quiz/vocabulary.ts';
import { PageHeader } from '../page-header.tsx';
import { StudyTrouble, WaitingNotice } from './notices.tsx';
import { isOver } from './running.ts';
import { useStopwatch } from './stopwatch.ts';
import type { Study } from './studies.ts';
import { type Questions, useQuestions } from './use-questions.ts';
import { type RuleWords, useQuizTexts } from './use-quiz-texts.ts';
import { countDue, type Session, useSession } from './use-session.ts';
import { useStudy } from './use-study.ts';

export type Asking = {
  readonly questions: Questions;
  readonly study: Study;
  readonly session: Session;
  readonly made: Made;
  readonly texts: QuizTexts;
  readonly notice: ReactNode;
  /** How long the open question has been shown, in milliseconds; null where nobody knows. */
  readonly elapsed: () => number | null;
};

type SessionPageProps = {
  readonly title: string;
  /** The same object at each rendering. */
  readonly wish: Wish;
  readonly rules: RuleWords;
  /** The open question. */
  readonly asked: (asking: Asking) => ReactNode;
  readonly onMistakes: () => void;
};

/** A session from its first question to its end, whatever its questions are asked like. */
export function SessionPage(props: SessionPageProps) {
  const reply = useStudy();
  // They come while the host is asked who one is.
  const texts = useQuizTexts(props.rules);
  const questions = useQuestions();
  switch (reply.state) {
    case 'open':
      if (!texts || !questions) return <Loading title={props.title} />;
      return <OfPlayer key={reply.study.playerId} {...props} study={reply.study} texts={texts} questions={questions} />;
    case 'loading':
      return <Loading title={props.title} />;
    case 'trouble':
      return <InTrouble title={props.title} trouble={reply.trouble} onRetry={reply.onRetry} />;
    default:
      return reply satisfies never;
  }
}

type InTroubleProps = { readonly title: string; readonly trouble: TroubleCode; readonly onRetry: () => void };

function InTrouble({ title, ...trouble }: InTroubleProps) {
  return (
    <>
      <PageHeader />
      <Main title={title} narrow>
        <StudyTrouble {...trouble} />
      </Main>
    </>
  );
}

type OfPlayerProps = SessionPageProps & { readonly study: Study; readonly texts: QuizTexts; readonly questions: Questions };

function OfPlayer(props: OfPlayerProps) {
  const session = useSession(props.study, props.wish, props.questions);
  if (!session || (!session.made && !isOver(session.running))) return <Loading title={props.title} />;
  return <OfSession {...props} session={session} />;
}

function Loading({ title }: { readonly title: string }) {
  const t = useTranslations('study');
  return (
    <>
      <PageHeader />
      <Main title={title} narrow>
        <p className="text-lg">{t('loadingText')}</p>
        <p className="text-muted">{t('loading')}</p>
      </Main>
    </>
  );
}

function OfSession({ study, session, texts, questions, wish, asked, onMistakes }: OfPlayerProps & { readonly session: Session }) {
  const { running, made } = session;
  const notice = <WaitingNotice study={study} />;
  const elapsed = useStopwatch(`${running.id} ${running.number}`);
  if (running.sources.length === 0) return <NothingToAsk wish={wish} />;
  return (
    <>
      <PageHeader>
        <SessionBar
          done={running.answers.length}
          count={running.sources.length}
          due={countDue(study.cards, Date.now())}
          exitHref="/study"
        />
      </PageHeader>
      {made && asked({ questions, study, session, made, texts, notice, elapsed })}
      {isOver(running) && (
        <SessionOver
          met={running.answers}
          now={Date.now()}
          backHref="/study"
          notice={notice}
          texts={texts}
          onAgain={session.beginAgain}
          onMistakes={running.answers.some(({ isRight }) => !isRight) ? onMistakes : null}
        />
      )}
    </>
  );
}

function NothingToAsk({ wish }: { readonly wish: Wish }) {
  const t = useTranslations('study');
  return (
    <>
      <PageHeader />
      <Main title={t('nothingTitle')} intro={t(wish.mode === 'mistakes' ? 'nothing.mistakes' : 'nothing.other')} narrow>
        <ButtonLink look="quiet" href="/study" className="self-start">
          {t('back')}
        </ButtonLink>
      </Main>
    </>
  );
}
