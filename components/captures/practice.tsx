'use client';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { ToldAct } from '#game/capture/acts.ts';
import { questionsIn, type Asking, type Question } from '#game/capture/questions.ts';
import { isRightVerdict } from '#game/match/verdict.ts';
import type { Proposal, Verdict } from '#game/match/vocabulary.ts';
import { Button } from '#components/button.tsx';
import { STRONG_TAG } from '#components/code.tsx';
import type { Edge, RuleText } from '#components/duel-props.ts';
import type { Moment } from '#components/ladder/moments.ts';
import { MoveQuestion } from '#components/practice/move-question.tsx';
import { DeskTop, Table } from '#components/practice/table.tsx';
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
  return <Board {...props} {...{ question, act, state }} count={questions.length} onAnswer={answer} onNext={goOn} onStop={stop} />;
}

type BoardProps = PracticeProps & {
  readonly question: Question;
  readonly act: ToldAct;
  readonly state: State;
  readonly count: number;
  readonly onAnswer: (proposal: Proposal) => void;
  readonly onNext: () => void;
};

/** The ladder so far, and the desk beside it. */
function Board(props: BoardProps) {
  const { summary, recorded, question, act, state, settings, edges, onAnswer } = props;
  const t = useTranslations('captures.play');
  const names = { client: summary.client, server: summary.server };
  const { index } = question;
  return (
    <Table title={t('practice', names)} moments={useMoments(recorded.acts, index, state.verdict)} names={names} hideStates={false}>
      <Progress {...props} />
      {state.verdict ? (
        <PracticeVerdictCard key={index} {...props} verdict={state.verdict} names={names} isLast={state.number === props.count - 1} />
      ) : (
        <MoveQuestion
          key={index}
          number={state.number + 1}
          ask={question}
          here={act.before.state}
          level={settings.level}
          edges={edges}
          onAnswer={onAnswer}
        />
      )}
    </Table>
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

function Progress({ question: { at }, state: { number, right }, count, onStop }: BoardProps) {
  const t = useTranslations('captures.play');
  const progress = (
    <>
      {t.rich('progress', { number: number + 1, count, right, ...STRONG_TAG })}
      <span className="block">{t(`youAre.${at}`)}</span>
    </>
  );
  return (
    <DeskTop progress={progress}>
      <Button look="text" onClick={onStop}>
        {t('stop')}
      </Button>
    </DeskTop>
  );
}
