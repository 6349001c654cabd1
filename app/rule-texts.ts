import { getMessages } from 'next-intl/server';
import type { RuleText } from '#components/duel-props.ts';
import { RULES, type RuleId } from '#game/tcp/rules.ts';

export type RuleTexts = Readonly<Record<RuleId, ReturnType<RuleText>>>;

/** The rules in the reader's language, with their sections. The table itself stays on the host: a page needs its words alone. */
export async function ruleTexts(): Promise<RuleTexts> {
  const all: Readonly<Record<string, unknown>> = await getMessages();
  const words = (all.rules ?? {}) as Readonly<Partial<Record<RuleId, { readonly text: string; readonly linux?: string }>>>;
  return Object.fromEntries(
    RULES.map(({ id, section }) => [id, { ...words[id], text: words[id]?.text ?? id, section }]),
  ) as unknown as RuleTexts;
}
