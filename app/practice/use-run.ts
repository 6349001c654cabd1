'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Judged } from '#game/practice/judged.ts';
import { keep, type Kind, readKept } from './kept.ts';

/** How a practice of a kind goes: from its beginning, by steps. */
export type Course<State, Step> = {
  readonly kind: Kind;
  /** Its address; the steps that are kept are those of the same. */
  readonly href: string;
  readonly begin: () => State;
  readonly takeStep: (state: State, step: Step) => State;
  readonly judgedIn: (state: State) => readonly Judged[];
  readonly onJudged: (judged: readonly Judged[]) => void;
};

type Run<State, Step> = { readonly state: State; readonly steps: readonly Step[]; readonly isEnded: boolean };

/** What is under way, as it was kept, and the ways on. Null until what is kept has been read. Once begun, `course` is not looked at for changes. */
export function useRun<State, Step>(course: Course<State, Step>) {
  const [run, setRun] = useState<Run<State, Step> | null>(null);
  // What is pressed twice before the page is drawn anew is two steps, each after the other.
  const current = useRef<Run<State, Step> | null>(null);
  const latest = useRef(course);
  useEffect(() => {
    latest.current = course;
  });
  const { kind, href } = course;

  const show = useCallback(
    (next: Run<State, Step>) => {
      current.current = next;
      keep(kind, { href, steps: next.steps, isEnded: next.isEnded });
      setRun(next);
    },
    [kind, href],
  );

  useEffect(() => {
    const kept = readKept<Step>(kind);
    const steps = kept?.href === href ? kept.steps : [];
    show({ ...resumed(latest.current, steps), isEnded: kept?.href === href && kept.isEnded });
  }, [kind, href, show]);

  const step = useCallback(
    (taken: Step) => {
      const before = current.current;
      if (!before) return;
      const { takeStep, judgedIn, onJudged } = latest.current;
      const state = takeStep(before.state, taken);
      if (state === before.state) return;
      show({ state, steps: [...before.steps, taken], isEnded: false });
      const judged = judgedIn(state).slice(judgedIn(before.state).length);
      if (judged.length > 0) onJudged(judged);
    },
    [show],
  );
  const end = useCallback(() => current.current && show({ ...current.current, isEnded: true }), [show]);
  return { run, step, end };
}

/** Steps that another version has kept may not be ones any more: then it begins anew. */
function resumed<State, Step>({ begin, takeStep }: Course<State, Step>, steps: readonly Step[]) {
  try {
    return { state: steps.reduce(takeStep, begin()), steps };
  } catch {
    return { state: begin(), steps: [] };
  }
}
