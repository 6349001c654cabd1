/** What may be done to a paper and what comes of it: answers change until it is handed in, and time that is up hands it in. */
import type { Given, Question } from '#game/quiz/vocabulary.ts';
import { isRight } from '#game/quiz/question.ts';
import type { Paper, PaperChange } from '#db/papers.ts';
import type { Answer } from '#db/study-answers.ts';

/** For the way to the host. */
export const LATE_MS = 2_000;

/** Null where it is handed in already, or goes on. */
export function whenTimeIsUp(paper: Paper, now: number): PaperChange | null {
  return now > paper.endsAt + LATE_MS ? handIn(paper, now) : null;
}

/** Null where it is handed in already. */
export function handIn(paper: Paper, now: number): PaperChange | null {
  if (paper.finished) return null;
  const { made, given, endsAt } = paper;
  const right = made.filter((_, number) => wasRight(paper, number)).length;
  const at = Math.min(now, endsAt);
  return { given, finished: { at, right }, learnt: made.flatMap((_, number) => learntFrom(paper, number, at)) };
}

export function wasRight({ made, given }: Paper, number: number): boolean {
  const [one, answer] = [made[number], given[number] ?? null];
  return one !== undefined && answer !== null && isRight(one.key, answer);
}

/** Of what was left out nothing is known. */
function learntFrom(paper: Paper, number: number, at: number): readonly Answer[] {
  const { question } = paper.made[number] ?? {};
  if (!question || !paper.given[number]) return [];
  const { card, kind } = question;
  const grade = wasRight(paper, number) ? 3 : 1;
  return [{ id: `paper:${paper.paperId}:${number}`, card, kind, mode: paper.kind, grade, at, ms: null }];
}

/** Whether that could be said to the question: of its form, and one of its choices. */
export function fits({ form }: Question, given: Given): boolean {
  switch (given.type) {
    case 'choice':
      return form.type === 'choose' && given.index < form.choices.length;
    case 'order':
      return form.type === 'order' && given.states.toSorted().join() === form.states.toSorted().join();
    case 'numbers':
      return form.type === 'numbers';
    default:
      return given satisfies never;
  }
}
