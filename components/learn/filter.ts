/** Which of the rules are shown; the address of the page says it. */
import { topicOf } from '#game/quiz/curriculum.ts';
import { TOPICS, type Topic } from '#game/quiz/vocabulary.ts';
import { statesOf } from '#game/tcp/diagram.ts';
import type { Rule } from '#game/tcp/rules.ts';
import { STATES, type State } from '#game/tcp/vocabulary.ts';
import type { Query } from './selection.ts';

/** The states as a topic have concepts alone. */
type RuleTopic = Exclude<Topic, 'states'>;
export const RULE_TOPICS = TOPICS.filter((topic): topic is RuleTopic => topic !== 'states');

/** Null: all. */
export type Filter = { readonly state: State | null; readonly topic: RuleTopic | null };

export function filterIn({ state, topic }: Query): Filter {
  return { state: STATES.find((one) => one === state) ?? null, topic: RULE_TOPICS.find((one) => one === topic) ?? null };
}

export function isEverything({ state, topic }: Filter): boolean {
  return state === null && topic === null;
}

export function fits(rule: Rule, { state, topic }: Filter): boolean {
  return (state === null || statesOf(rule).includes(state)) && (topic === null || topicOf(`rule:${rule.id}`) === topic);
}
