/** A judged proposal as it is shown, and what it was worth: the same for a match, for a practice and for a capture. */
import type { Happening } from '../scenarios/play.ts';
import { ruleOf } from '../tcp/rules.ts';
import type { State } from '../tcp/vocabulary.ts';
import { judge, toRightAnswer, type Ends, type Judgement } from './judge.ts';
import { misconceptionOf } from './misconceptions.ts';
import { NO_POINTS, worthOf } from './scoring.ts';
import type { Level, Proposal, Verdict } from './vocabulary.ts';

/** As its player's own, for no points. `proposal` is null where time ran out. */
export function verdictOf(ends: Ends, { at, event }: Happening, proposal: Proposal | null, judgement: Judgement): Verdict {
  const { answers, took, segmentRight, stateRight, spelling, ghost } = judgement;
  const shown = proposal && misconceptionOf({ answers, segmentRight, stateRight, endpoint: ends.endpoints[at], event, proposal });
  return {
    kind: 'move',
    at,
    chosen: proposal,
    by: 'player',
    segmentRight,
    stateRight,
    took,
    answers: answers.map(toRightAnswer),
    spelling,
    ghost,
    misconception: shown,
    points: NO_POINTS,
  };
}

export function judgeMove(ends: Ends, happening: Happening, proposal: Proposal, level: Level): Verdict {
  return verdictOf(ends, happening, proposal, judge(ends, happening, proposal, level));
}

export function isRightVerdict({ segmentRight, stateRight }: Pick<Verdict, 'segmentRight' | 'stateRight'>): boolean {
  return segmentRight && stateRight;
}

/** What the answer to something that happened in that state is worth; `answers` has the canonical one first. */
export function worthIn(state: State, [canonical]: Verdict['answers']): number {
  if (!canonical) throw new Error('an event without an answer');
  return worthOf(
    canonical,
    canonical.state === state,
    canonical.rules.some((id) => ruleOf(id).hard),
  );
}
