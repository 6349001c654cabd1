import type { Random } from '../scenarios/random.ts';
import type { RuleId } from '../tcp/rules.ts';
import type { Made, RuleKind } from './vocabulary.ts';

/** What makes questions of one kind. */
export type Maker = {
  readonly kind: RuleKind;
  /** Those that it can ask about. */
  readonly rules: readonly RuleId[];
  /** A question about that rule, which is one of `rules`. */
  readonly make: (rule: RuleId, random: Random) => Made;
};
