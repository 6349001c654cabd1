'use client';

import { startTransition, useCallback, useEffect, useState } from 'react';
import { isDue } from '#game/quiz/schedule.ts';
import type { Wish } from '#game/quiz/session.ts';
import type { Made, QuestionSource } from '#game/quiz/vocabulary.ts';
import { newId } from '../outbox.ts';
import type { Cards } from './cards-now.ts';
import { begin, keepSession, type Running, runningSession } from './running.ts';
import type { Study } from './studies.ts';
import type { Questions } from './use-questions.ts';

export type Session = {
  readonly running: Running;
  /** The open question; null while it is made, and once all are through. */
  readonly made: Made | null;
  readonly change: (next: Running) => void;
  readonly beginAgain: () => void;
};

/** The session that was under way, or a new one. Null until the cards are there to plan it. `wish`: the same object at each rendering. */
export function useSession(study: Study, wish: Wish, questions: Questions): Session | null {
  const { playerId, cards, isAsked } = study;
  const [running, setRunning] = useState<Running | null>(null);
  const change = useCallback(
    (next: Running) => {
      keepSession(playerId, wish, next);
      setRunning(next);
    },
    [playerId, wish],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: cards that change do not change a session that was planned.
  useEffect(() => {
    const kept = runningSession(playerId, wish, Date.now());
    if (kept?.sources.every((source) => canBeMade(source, questions))) setRunning(kept);
    else if (isAsked) change(plan(cards, wish, questions));
  }, [playerId, wish, isAsked, change]);
  const beginAgain = () => change(plan(cards, wish, questions));
  const made = useMade(running, questions);
  return running && { running, made, change, beginAgain };
}

function plan(cards: Cards, wish: Wish, { planSession, SESSION_LENGTH }: Questions): Running {
  const now = Date.now();
  const sources = planSession({ cards: [...cards.values()], now, wish, length: SESSION_LENGTH }, Math.random);
  return begin(newId(), wish, sources, now);
}

/** Another build, which has kept it, may have had other rules and concepts. */
function canBeMade({ card, kind }: QuestionSource, { TEACHING_ORDER, kindsOf }: Questions): boolean {
  return TEACHING_ORDER.includes(card) && kindsOf(card).includes(kind);
}

const MADE = new WeakMap<QuestionSource, Made>();

/** Each in tasks of its own, and the next one ahead: to make one may hold up a phone as long as to show it. */
function useMade(running: Running | null, questions: Questions): Made | null {
  const [, showMade] = useState(0);
  const source = running?.sources[running.number];
  const next = running?.sources[running.number + 1];
  useEffect(() => {
    const unmade = [source, next].find((one) => one && !MADE.has(one));
    if (!unmade) return;
    return inTwoTasks(
      () => questions.playAhead(unmade),
      () => {
        MADE.set(unmade, questions.makeQuestion(unmade));
        startTransition(() => showMade((count) => count + 1));
      },
    );
  });
  return (source && MADE.get(source)) ?? null;
}

/** Gives back how to let be what has not been done. */
function inTwoTasks(first: () => void, second: () => void): () => void {
  let timer = setTimeout(() => {
    first();
    timer = setTimeout(second);
  });
  return () => clearTimeout(timer);
}

export function countDue(cards: Cards, now: number): number {
  return [...cards.values()].filter((card) => isDue(card, now)).length;
}
