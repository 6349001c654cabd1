/** A session that is under way, as the browser keeps it: which questions it has, which one is open, and what was answered. */
import type { Wish } from '#game/quiz/session.ts';
import { type CardId, type Given, type QuestionSource, TOPICS } from '#game/quiz/vocabulary.ts';
import { keep, readKept } from './kept.ts';

export type Answered = {
  readonly card: CardId;
  /** Null where it was graded by oneself. */
  readonly given: Given | null;
  readonly isRight: boolean;
  readonly isHinted: boolean;
  /** When it was answered, and when its card comes again: milliseconds since 1970. */
  readonly at: number;
  readonly due: number;
};

export type Running = {
  readonly id: string;
  readonly wish: Wish;
  readonly startedAt: number;
  readonly sources: readonly QuestionSource[];
  /** The question that is open, from 0; as many as there are once all are through. */
  readonly number: number;
  /** Whether its answer is shown. */
  readonly isTurned: boolean;
  /** Asked for at the open question. */
  readonly hints: number;
  readonly answers: readonly Answered[];
};

/** After so long there is more that is due than it knows of. */
const STALE_AFTER_MS = 12 * 3_600_000;

export function begin(id: string, wish: Wish, sources: readonly QuestionSource[], now: number): Running {
  return { id, wish, startedAt: now, sources, number: 0, isTurned: false, hints: 0, answers: [] };
}

export function withHint(running: Running): Running {
  return { ...running, hints: running.hints + 1 };
}

export function turned(running: Running): Running {
  return { ...running, isTurned: true };
}

export function withAnswer(running: Running, answered: Answered): Running {
  return { ...running, answers: [...running.answers, answered] };
}

export function onward(running: Running): Running {
  return { ...running, number: running.number + 1, isTurned: false, hints: 0 };
}

export function isOver({ number, sources }: Running): boolean {
  return number >= sources.length;
}

/** Once a session and question, so that an answer that is given twice, in two tabs say, is one. */
export function answerIdOf({ id, number }: Running): string {
  return `${id}-${number}`;
}

/** Null where there is none, or one that is too old or about other cards. */
export function runningSession(playerId: string, wish: Wish, now: number): Running | null {
  const running = readKept<Running>(nameOf(wish), playerId);
  const isWished = running !== null && JSON.stringify(running.wish) === JSON.stringify(wish);
  return isWished && now - running.startedAt < STALE_AFTER_MS ? running : null;
}

export function keepSession(playerId: string, wish: Wish, running: Running | null): void {
  keep(nameOf(wish), playerId, running);
}

/** One of each kind at a time, and one of each topic. */
function nameOf(wish: Wish): string {
  return wish.mode === 'topic' ? `session-topic-${wish.topic}` : `session-${wish.mode}`;
}

const NAMES = [
  ...(['learn', 'mistakes', 'cards', 'interview'] as const).map((mode) => `session-${mode}`),
  ...TOPICS.map((topic) => nameOf({ mode: 'topic', topic })),
];

/** Who comes from a page that offers sessions wants to be asked, not to see again how the last one ended. */
export function forgetOldSessions(playerId: string): void {
  for (const name of NAMES) {
    const running = readKept<Running>(name, playerId);
    if (running && isOver(running)) keep(name, playerId, null);
  }
}
