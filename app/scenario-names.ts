import { getMessages } from 'next-intl/server';

export type ScenarioNames = Readonly<Record<string, string>>;

/** The names of the scenarios in the reader's language, by id. */
export async function scenarioNames(): Promise<ScenarioNames> {
  const { scenarios } = await getMessages();
  return Object.fromEntries(Object.entries(scenarios).map(([id, { title }]) => [id, title]));
}
