/** A captured connection as questions: what happened at an end is asked where the rules answer it as the end did. */
import { movesTo, type Answer } from '#game/tcp/answers.ts';
import { CLOSED_ENDPOINT, type Endpoint } from '#game/tcp/endpoint.ts';
import type { Event, Role } from '#game/tcp/vocabulary.ts';
import { isQuestion, type Act } from './acts.ts';

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

export function questionsIn(acts: readonly Act[], { ends, repeats }: Asking): readonly Question[] {
  const asked = new Set<string>();
  const questions: Question[] = [];
  const endpoints: Record<Role, Endpoint> = startOf(acts);
  acts.forEach((act, index) => {
    const { at, event, before, after } = act;
    if (ends.includes(at) && event && event.type !== 'crash' && isQuestion(act)) {
      const key = kindOf(act, event);
      if (repeats || !asked.has(key)) questions.push({ index, at, event, endpoints: { ...endpoints, [at]: before } });
      asked.add(key);
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

function kindOf(act: Act, event: Event): string {
  return `${act.at} ${act.before.state} ${answerShown(act, event)?.rules.join(' ')}`;
}

function answerShown({ before, sent, after }: Act, event: Event): Answer | undefined {
  return movesTo(before, event).find(({ segment, state }) => state === after.state && (segment === null) === (sent === null));
}
