'use client';

import { useCallback, useEffect, useRef } from 'react';
import { gradeOf, type Judged } from '#game/practice/judged.ts';
import type { StudyAnswer, StudyMode } from '#protocol/study.ts';
import { newId } from '../outbox.ts';
import { recordAnswer } from '../study/studies.ts';
import { useStudy } from '../study/use-study.ts';

type Mode = Extract<StudyMode, 'practice' | 'catch'>;

/** Tells the study what was judged. What comes before it is known whose study it is waits for that; the practice does not. */
export function useTellJudged(mode: Mode): (judged: readonly Judged[]) => void {
  const reply = useStudy();
  const playerId = reply.state === 'open' ? reply.study.playerId : null;
  const waiting = useRef<StudyAnswer[]>([]);
  const tell = useCallback(() => {
    if (playerId !== null) for (const answer of waiting.current.splice(0)) recordAnswer(playerId, answer);
  }, [playerId]);
  useEffect(tell, [tell]);
  return useCallback(
    (judged) => {
      waiting.current.push(...judged.flatMap((one) => answersOf(one, mode, Date.now())));
      tell();
    },
    [mode, tell],
  );
}

/** Each rule of the right answer is one. One's own move answers what happens; a word on another's, whether it is legal. Nobody looks at the clock. */
export function answersOf(judged: Judged, mode: Mode, at: number): readonly StudyAnswer[] {
  const kind = judged.kind === 'move' ? 'answer' : 'illegal';
  return [...new Set(judged.rules)].map((rule) => ({
    id: newId(),
    card: `rule:${rule}`,
    kind,
    mode,
    grade: gradeOf(judged),
    at,
    ms: null,
  }));
}
