/**
 * The rules: RFC 9293 §3.10 as a table, one row a rule. The machine walks it, and everything that tells a player what is
 * right is drawn from it. `docs/RULES.md` says what of the RFC is left out.
 *
 * Within a stage the first row whose states and conditions fit is the one that fires; a stage where none fits is passed.
 */
import { CALL_RULES } from './call-rules.ts';
import type { Row } from './rule.ts';
import { SEGMENT_RULES } from './segment-rules.ts';
import { TIMEOUT_RULES } from './timeout-rules.ts';

export { REPLIES, STAGES, type Reply, type Stage } from './rule.ts';

const ROWS = [...CALL_RULES, ...SEGMENT_RULES, ...TIMEOUT_RULES] as const;

export type RuleId = (typeof ROWS)[number]['id'];
export type Rule = Omit<Row, 'id' | 'insteadOf'> & { readonly id: RuleId; readonly insteadOf?: RuleId };

export const RULES: readonly Rule[] = ROWS;

const RULE_BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

export function ruleOf(id: RuleId): Rule {
  const rule = RULE_BY_ID.get(id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule;
}

const READINGS = new Map(RULES.map(({ id }) => [id, RULES.filter((rule) => rule.insteadOf === id)]));

/** The other readings that stand beside what a rule decides. */
export function readingsBeside(id: RuleId): readonly Rule[] {
  return READINGS.get(id) ?? [];
}

/** Whether the rule merely signals an error to a call: nothing goes out and nothing changes. */
export function isRefusal(id: RuleId): boolean {
  const { stage, reply, next, does, signal } = ruleOf(id);
  return stage === 'call' && reply === 'nothing' && next === 'same' && does.length === 0 && signal !== undefined;
}
