'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import { isDue } from '#game/quiz/schedule.ts';
import type { Wish } from '#game/quiz/session.ts';
import type { Made, QuestionSource } from '#game/quiz/vocabulary.ts';
import { newId } from '../outbox.ts';
import type { Cards } from './cards-now.ts';
import { begin, isOver, keepSession, type Running, runningSession } from './running.ts';
import type { Study } from './studies.ts';
import type { Questions } from './use-questions.ts';

export type Session = {
  readonly running: Running;
  /** The open question; null once all are through. */
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

function useMade(running: Running | null, { makeQuestion }: Questions): Made | null {
  const source = running && !isOver(running) ? running.sources[running.number] : undefined;
  return useMemo(() => (source ? makeQuestion(source) : null), [source, makeQuestion]);
}

export function countDue(cards: Cards, now: number): number {
  return [...cards.values()].filter((card) => isDue(card, now)).length;
}
