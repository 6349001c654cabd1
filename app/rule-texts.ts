import { getMessages } from 'next-intl/server';
import type { RuleText } from '#components/duel-props.ts';
import type { RuleName } from '#components/console/console-props.ts';
import type { RuleWordsOf } from '#components/learn/rule-body.tsx';
import { RULES, type RuleId } from '#game/tcp/rules.ts';

export type RuleTexts = Readonly<Record<RuleId, ReturnType<RuleText>>>;
export type RuleNames = Readonly<Record<RuleId, ReturnType<RuleName>>>;
type Words = { readonly text: string; readonly linux?: string };

/** The rules in the reader's language, with their sections. The table itself stays on the host: a page needs its words alone. */
export async function ruleTexts(): Promise<RuleTexts> {
  const { rules } = await getMessages();
  const textOf = (id: RuleId, section: string) => {
    const { text, linux }: Words = rules[id];
    return { text, section, linux };
  };
  return Object.fromEntries(RULES.map(({ id, section }) => [id, textOf(id, section)])) as RuleTexts;
}

/** The rules' names alone, where nothing is explained. */
export async function ruleNames(): Promise<RuleNames> {
  const { rules } = await getMessages();
  return Object.fromEntries(RULES.map(({ id, section }) => [id, { name: rules[id].name, section }])) as RuleNames;
}

/** The rules' own words, for pages that the host makes. */
export async function ruleWords(): Promise<RuleWordsOf> {
  return (await getMessages()).rules;
}
