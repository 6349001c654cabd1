/** One answer: judged by oneself or by the key, scheduled, and told. */
import { type Grade, review } from '#game/quiz/schedule.ts';
import type { Given } from '#game/quiz/vocabulary.ts';
import type { StudyMode } from '#protocol/study.ts';
import type { Cards } from './cards-now.ts';
import { answerIdOf, type Running, withAnswer } from './running.ts';
import { recordAnswer, type Study } from './studies.ts';

type Answer = {
  /** Null where it was graded by oneself. */
  readonly given: Given | null;
  readonly grade: Grade;
  readonly mode: StudyMode;
  readonly at: number;
  /** Null where nobody looked at the clock. */
  readonly ms: number | null;
};

const LONGEST_MS = 3_600_000;

/** The session after an answer to its open question. */
export function answerQuestion({ playerId, cards }: Study, running: Running, { given, grade, mode, at, ms }: Answer): Running {
  const source = running.sources[running.number];
  if (!source) throw new Error('no question is open');
  const { card, kind } = source;
  recordAnswer(playerId, {
    id: answerIdOf(running),
    card,
    kind,
    mode,
    grade,
    at,
    ms: ms === null ? null : Math.min(LONGEST_MS, Math.round(ms)),
  });
  const due = dueAfter(cards, running, grade, at);
  return withAnswer(running, { card, given, isRight: grade > 1, isHinted: running.hints > 0, at, due });
}

/** When the card of the open question would come again: milliseconds since 1970. */
export function dueAfter(cards: Cards, { sources, number }: Running, grade: Grade, at: number): number {
  const card = sources[number]?.card;
  return card ? review(cards.get(card) ?? null, { card, grade, at }).due : at;
}
