/** A captured connection as questions: what happened at an end is asked where the rules answer it as the end did. */
import { CLOSED_ENDPOINT, type Endpoint } from '#game/tcp/endpoint.ts';
import type { Event, Role } from '#game/tcp/vocabulary.ts';
import type { Act, ToldAct } from './acts.ts';

export type Question = {
  /** Which of the acts it is. */
  readonly index: number;
  readonly at: Role;
  readonly event: Event;
  /** Both ends as the event finds them. */
  readonly endpoints: Readonly<Record<Role, Endpoint>>;
};

export type Asking = {
  readonly ends: readonly Role[];
  /** Whether what the same rules decide at the same end is asked again. */
  readonly repeats: boolean;
};

export function questionsIn(acts: readonly ToldAct[], { ends, repeats }: Asking): readonly Question[] {
  const asked = new Set<string>();
  const questions: Question[] = [];
  const endpoints: Record<Role, Endpoint> = startOf(acts);
  acts.forEach(({ at, event, before, after, question }, index) => {
    if (question && event && event.type !== 'crash' && ends.includes(at)) {
      if (repeats || !asked.has(question)) questions.push({ index, at, event, endpoints: { ...endpoints, [at]: before } });
      asked.add(question);
    }
    endpoints[at] = after;
  });
  return questions;
}

/** Both ends as the first of the acts finds them. */
export function startOf(acts: readonly Act[]): Record<Role, Endpoint> {
  const of = (role: Role) => acts.find(({ at }) => at === role)?.before ?? CLOSED_ENDPOINT;
  return { client: of('client'), server: of('server') };
}
