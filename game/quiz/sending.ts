/** The rules by which a segment goes out. */
import type { Answer } from '../tcp/answers.ts';
import { RULES, type RuleId } from '../tcp/rules.ts';
import type { Segment } from '../tcp/vocabulary.ts';

export const SENDING_RULES: readonly RuleId[] = RULES.filter(({ reply }) => reply !== 'nothing').map(({ id }) => id);

/** What goes out by one of them. */
export function sentBy({ segment, rules }: Answer): Segment {
  if (!segment) throw new Error(`nothing goes out by ${rules.join(', ')}`);
  return segment;
}
