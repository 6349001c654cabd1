/** How much of what was asked was answered right, as the wall tells it. */
import type { Tally } from '#game/contest/vocabulary.ts';
import { STATES } from '#game/tcp/vocabulary.ts';

export const BANDS = ['known', 'shaky', 'hard'] as const;
export type Band = (typeof BANDS)[number];

/** From 0 to 1; null where nothing was asked. */
export function shareOf({ asked, right }: Tally): number | null {
  return asked === 0 ? null : right / asked;
}

/** Most names of rules tell the state already; it may be the one in between, where two things happen at once. */
export function namesState(ruleName: string): boolean {
  return STATES.some((state) => ruleName.includes(state));
}

/** Four in five right is known; less than half is hard. */
export function bandOf(share: number): Band {
  if (share >= 0.8) return 'known';
  return share < 0.5 ? 'hard' : 'shaky';
}
