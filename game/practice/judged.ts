/** What was judged of somebody who plays alone, and what it was worth. */
import type { MisconceptionId } from '../match/misconceptions.ts';
import type { RuleId } from '../tcp/rules.ts';

export type Judged = {
  /** One's own move, or what one said of a bot's. */
  readonly kind: 'move' | 'call';
  /** Of the canonical answer. */
  readonly rules: readonly RuleId[];
  readonly right: boolean;
  /** How deep the hints had gone, 0 to 3. */
  readonly hints: number;
  /** Shown by one's own move. */
  readonly misconception: MisconceptionId | null;
  /** Not negative. */
  readonly points: number;
};

/** Deep as it goes: the answer itself. */
export const DEEPEST_HINT = 3;

/** FSRS's again, hard and good. Whoever was shown the answer has recalled nothing. */
export function gradeOf({ right, hints }: Pick<Judged, 'right' | 'hints'>): 1 | 2 | 3 {
  if (!right || hints >= DEEPEST_HINT) return 1;
  return hints > 0 ? 2 : 3;
}

/** Right ones in a row, up to the last. */
export function streakOf(judged: readonly Judged[]): number {
  return judged.length - 1 - judged.findLastIndex(({ right }) => !right);
}

export function pointsOf(judged: readonly Judged[]): number {
  return judged.reduce((sum, { points }) => sum + points, 0);
}

/** The rules that were got wrong, those that were got wrong more often first. */
export function weakRulesOf(judged: readonly Judged[]): readonly RuleId[] {
  const wrong = judged.filter((one) => gradeOf(one) === 1).flatMap(({ rules }) => rules);
  const times = (id: RuleId) => wrong.filter((one) => one === id).length;
  return [...new Set(wrong)].sort((a, b) => times(b) - times(a));
}
