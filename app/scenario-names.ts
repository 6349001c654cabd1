import { getMessages } from 'next-intl/server';

export type ScenarioNames = Readonly<Record<string, string>>;

/** The names of the scenarios in the reader's language, by id. */
export async function scenarioNames(): Promise<ScenarioNames> {
  const all: Readonly<Record<string, unknown>> = await getMessages();
  const scenarios = Object.entries((all.scenarios ?? {}) as Readonly<Record<string, { readonly title: string }>>);
  return Object.fromEntries(scenarios.map(([id, { title }]) => [id, title]));
}
