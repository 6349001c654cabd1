import { getMessages } from 'next-intl/server';
import type { MisconceptionId } from '#game/match/misconceptions.ts';

export type MisconceptionNames = Readonly<Record<MisconceptionId, string>>;

/** The names of the known mistakes in the reader's language, by id. */
export async function misconceptionNames(): Promise<MisconceptionNames> {
  const { misconceptions } = await getMessages();
  return Object.fromEntries(Object.entries(misconceptions).map(([id, { name }]) => [id, name])) as MisconceptionNames;
}
