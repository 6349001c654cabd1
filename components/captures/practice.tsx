'use client';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { ToldAct } from '#game/capture/acts.ts';
import { questionsIn, type Asking, type Question } from '#game/capture/questions.ts';
import { offeredBy } from '#game/match/judge.ts';
import { isRightVerdict } from '#game/match/verdict.ts';
import type { Proposal, Verdict } from '#game/match/vocabulary.ts';
import { Button } from '#components/button.tsx';
import { STRONG_TAG } from '#components/code.tsx';
import { Composer } from '#components/composer/composer.tsx';
import type { Edge, RuleText } from '#components/duel-props.ts';
import styles from '#components/full-height.module.css';
import { Ladder } from '#components/ladder/ladder.tsx';
import type { Moment } from '#components/ladder/moments.ts';
import { EventCard } from '#components/match/event-card.tsx';
import { useEventWords } from '#components/match/event-words.ts';
import { TurnHeading } from '#components/match/turn-heading.tsx';
import { PANEL } from '#components/panel.ts';
import type { RecordedConnection } from './connection-view.tsx';
import { momentsOfActs } from './moments-of-acts.ts';
import { PracticeOver } from './practice-over.tsx';
import { PracticeVerdictCard } from './practice-verdict-card.tsx';
import { judgeAnswer, type PracticeLevel } from './practice-verdict.ts';

export type PracticeSettings = Asking & { readonly level: PracticeLevel };

type PracticeProps = RecordedConnection & {
  readonly settings: PracticeSettings;
  readonly edges: readonly Edge[];
  readonly ruleText: RuleText;
  readonly onAgain: (settings: PracticeSettings) => void;
  readonly onStop: () => void;
};

/** Which question is open, what was said to it, and how many were right and answered before. */
type State = { readonly number: number; readonly verdict: Verdict | null; readonly right: number; readonly answered: number };
const BEGIN: State = { number: 0, verdict: null, right: 0, answered: 0 };

/** So much of the past stays on the ladder. */
const MOMENTS_SHOWN = 60;

/** A captured connection, question by question. Nothing of it is kept. */
export function Practice(props: PracticeProps) {
  const { summary, recorded, settings, onStop, onAgain } = props;
  const { acts } = recorded;
  const [state, setState] = useState(BEGIN);
  const questions = useMemo(() => questionsIn(acts, settings), [acts, settings]);
  const question = questions[state.number];
  const act = question && acts[question.index];
  if (!question || !act) {
    const again = () => {
      setState(BEGIN);
      onAgain(settings);
    };
    return <PracticeOver summary={summary} right={state.right} answered={state.answered} onAgain={again} onStop={onStop} />;
  }
  const answer = (proposal: Proposal) => {
    const verdict = judgeAnswer(question, act, proposal, settings.level);
    setState(({ number, right, answered }) => ({
      number,
      verdict,
      right: right + Number(isRightVerdict(verdict)),
      answered: answered + 1,
    }));
  };
  const goOn = () => setState((now) => ({ ...now, number: now.number + 1, verdict: null }));
  const stop = () => setState((now) => ({ ...now, number: questions.length, verdict: null }));
  return <Table {...props} {...{ question, act, state }} count={questions.length} onAnswer={answer} onNext={goOn} onStop={stop} />;
}

type TableProps = PracticeProps & {
  readonly question: Question;
  readonly act: ToldAct;
  readonly state: State;
  readonly count: number;
  readonly onAnswer: (proposal: Proposal) => void;
  readonly onNext: () => void;
};

/** The ladder so far, and the desk beside it. */
function Table(props: TableProps) {
  const { summary, recorded, question, state } = props;
  const t = useTranslations('captures.play');
  const names = { client: summary.client, server: summary.server };
  const { index } = question;
  return (
    <main
      className={`mx-auto grid min-h-0 w-full max-w-[90rem] flex-1 grid-cols-[minmax(0,1fr)] content-start lg:grid-cols-[minmax(0,1fr)_27.25rem] lg:grid-rows-[minmax(0,1fr)] lg:content-stretch lg:gap-5 lg:p-5 ${styles.fullHeight}`}
    >
      <h1 className="sr-only">{t('practice', names)}</h1>
      <div
        className={`sticky top-0 z-20 flex h-[36dvh] min-h-52 flex-col border-b border-line lg:static lg:h-auto lg:min-h-0 lg:overflow-hidden ${PANEL}`}
      >
        <Ladder moments={useMoments(recorded.acts, index, state.verdict)} names={names} hideStates={false} />
      </div>
      <div className={`flex min-h-0 flex-col lg:overflow-hidden ${PANEL}`}>
        <Progress {...props} />
        {state.verdict ? (
          <PracticeVerdictCard key={index} {...props} verdict={state.verdict} names={names} isLast={state.number === props.count - 1} />
        ) : (
          <Asked key={index} {...props} />
        )}
      </div>
    </main>
  );
}

/** What happened, and the answer to it. */
function Asked({ question: { at, event }, state: { number }, act, edges, settings, onAnswer }: TableProps) {
  const t = useTranslations('duel.desk');
  const words = useEventWords()(event);
  const here = act.before.state;
  const offered = offeredBy({ at, event });
  return (
    <>
      <TurnHeading text={t('turn', { turn: number + 1, kind: 'move', ...words })} />
      <div className="p-4 pb-3 lg:px-5">
        <EventCard ask={{ at, event, offered }} name={null} state={here} />
      </div>
      <Composer
        mode="propose"
        role={at}
        level={settings.level}
        edges={edges}
        sending={false}
        here={here}
        offered={offered}
        onSeal={onAnswer}
      />
    </>
  );
}

/** What was asked stands open until it is answered; then it is as the capture has it, with what a wrong answer would have done. */
function useMoments(acts: readonly ToldAct[], index: number, verdict: Verdict | null): readonly Moment[] {
  const noteText = useTranslations('captures.notes');
  return useMemo(() => {
    const from = Math.max(0, index + 1 - MOMENTS_SHOWN);
    const moments = momentsOfActs(acts, { from, to: index + 1 }, noteText);
    return moments.map((moment) => (moment.key === `${index}` ? asked(moment, verdict) : moment));
  }, [acts, index, verdict, noteText]);
}

function asked(moment: Moment, verdict: Verdict | null): Moment {
  const acts = moment.acts.map((act) => (verdict ? { ...act, ghost: verdict.ghost } : { ...act, outcome: null, note: null }));
  return { ...moment, acts };
}

function Progress({ question: { at }, state: { number, right }, count, onStop }: TableProps) {
  const t = useTranslations('captures.play');
  return (
    <div className="flex items-center justify-between gap-3 border-b border-line px-4 py-1.5 lg:px-5">
      <p role="status" className="text-sm text-muted tabular-nums">
        {t.rich('progress', { number: number + 1, count, right, ...STRONG_TAG })}
        <span className="block">{t(`youAre.${at}`)}</span>
      </p>
      <Button look="text" onClick={onStop}>
        {t('stop')}
      </Button>
    </div>
  );
}
