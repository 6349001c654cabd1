'use client';

import { useLoaded } from './use-loaded.ts';

const load = () => import('./questions.ts');
export type Questions = Awaited<ReturnType<typeof load>>;

/** Null until they are there. */
export function useQuestions(): Questions | null {
  return useLoaded(load);
}
