/** How an answer to a question of a capture is judged: as one of a match, for no points. */
import type { Act } from '#game/capture/acts.ts';
import type { Question } from '#game/capture/questions.ts';
import { isRightVerdict, judgeMove } from '#game/match/verdict.ts';
import type { Proposal, Verdict } from '#game/match/vocabulary.ts';
import { sameSegment } from '#game/tcp/vocabulary.ts';

export type PracticeLevel = 1 | 2;

/** Where the answer is wrong, the one that the capture shows stands as the right one. */
export function judgeAnswer({ at, event, endpoints }: Question, act: Act, proposal: Proposal, level: PracticeLevel): Verdict {
  const verdict = judgeMove({ endpoints }, { at, event }, proposal, level);
  return isRightVerdict(verdict) ? verdict : { ...verdict, took: indexShown(verdict.answers, act) };
}

/** Which of the answers the capture shows. A question has one. */
export function indexShown(answers: Verdict['answers'], { sent, after }: Act): number {
  const shown = answers.findIndex(({ segment, state }) => state === after.state && sameSegment(segment, sent));
  return Math.max(0, shown);
}
