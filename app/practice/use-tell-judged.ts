'use client';

import { useCallback } from 'react';
import { gradeOf, type Judged } from '#game/practice/judged.ts';
import type { StudyAnswer, StudyMode } from '#protocol/study.ts';
import { newId } from '../outbox.ts';

/** Tells the study what was judged: each rule of the right answer is one answer. */
export function useTellJudged(mode: Extract<StudyMode, 'practice' | 'catch'>): (judged: readonly Judged[]) => void {
  return useCallback((judged) => judged.flatMap((one) => answersOf(one, mode, Date.now())), [mode]);
}

/** One's own move answers what happens; what one says of another's, whether it is legal. Nobody looks at the clock. */
export function answersOf(judged: Judged, mode: StudyMode, at: number): readonly StudyAnswer[] {
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
