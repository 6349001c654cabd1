import { ruleOf, type RuleId } from '../tcp/rules.ts';

/** Of the rules that give an answer, the last one that sends something or leads to another state; where none does, the last. */
export function decisiveRule(rules: readonly RuleId[]): RuleId {
  const decides = rules.findLast((id) => ruleOf(id).next !== 'same' || ruleOf(id).reply !== 'nothing') ?? rules.at(-1);
  if (!decides) throw new Error('an answer without a rule');
  return decides;
}
