import { getMessages } from 'next-intl/server';
import type { RuleName } from '#components/reports/report-props.ts';
import { RULES, type RuleId } from '#game/tcp/rules.ts';

export type RuleNames = Readonly<Record<RuleId, ReturnType<RuleName>>>;

/** The rules' names alone, where nothing is explained. */
export async function ruleNames(): Promise<RuleNames> {
  const { rules } = await getMessages();
  return Object.fromEntries(RULES.map(({ id, section }) => [id, { name: rules[id].name, section }])) as RuleNames;
}
