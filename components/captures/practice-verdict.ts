/** How an answer to a question of a capture is judged: as one of a match, for no points. */
import type { Act } from '#game/capture/acts.ts';
import type { Question } from '#game/capture/questions.ts';
import { judge, toRightAnswer } from '#game/match/judge.ts';
import { misconceptionOf } from '#game/match/misconceptions.ts';
import type { Points, Proposal, Verdict } from '#game/match/vocabulary.ts';
import { sameSegment } from '#game/tcp/vocabulary.ts';

export type PracticeLevel = 1 | 2;

const NO_POINTS: Points = { base: 0, streak: 0, speed: 0, total: 0 };

/** Where the answer is wrong, the one that the capture shows stands as the right one. */
export function judgeAnswer({ at, event, endpoints }: Question, act: Act, proposal: Proposal, level: PracticeLevel): Verdict {
  const judgement = judge({ endpoints }, { at, event }, proposal, level);
  const { answers, took, segmentRight, stateRight, spelling, ghost } = judgement;
  const isRight = segmentRight && stateRight;
  const right = answers.map(toRightAnswer);
  return {
    kind: 'move',
    at,
    chosen: proposal,
    by: 'player',
    segmentRight,
    stateRight,
    took: isRight ? took : indexShown(right, act),
    answers: right,
    spelling,
    ghost,
    misconception: misconceptionOf({ ...judgement, endpoint: endpoints[at], event, proposal }),
    points: NO_POINTS,
  };
}

/** Which of the answers the capture shows. A question has one. */
export function indexShown(answers: Verdict['answers'], { sent, after }: Act): number {
  const shown = answers.findIndex(({ segment, state }) => state === after.state && sameSegment(segment, sent));
  return Math.max(0, shown);
}

export function isRightVerdict({ segmentRight, stateRight }: Verdict): boolean {
  return segmentRight && stateRight;
}
