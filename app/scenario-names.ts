import { getMessages } from 'next-intl/server';

export type ScenarioNames = Readonly<Record<string, string>>;
export type ScenarioStories = Readonly<Record<string, string>>;

/** The names of the scenarios in the reader's language, by id. */
export async function scenarioNames(): Promise<ScenarioNames> {
  const { scenarios } = await getMessages();
  return Object.fromEntries(Object.entries(scenarios).map(([id, { title }]) => [id, title]));
}

/** What each of them tells, in a sentence or two. */
export async function scenarioStories(): Promise<ScenarioStories> {
  const { scenarios } = await getMessages();
  return Object.fromEntries(Object.entries(scenarios).map(([id, { story }]) => [id, story]));
}
