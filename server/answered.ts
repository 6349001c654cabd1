/** Answers that were given lately, so that a command that comes twice gets the same one. */
import type { Answer } from '#protocol/commands.ts';
import type { Fault } from '#protocol/faults.ts';

export type Answered = {
  /** The answer to the command of that speaker, from before or from `make`. Concurrent repeats get the same one. */
  once(speaker: string, commandId: string, make: () => Promise<Answer>): Promise<Answer>;
};

/** Of all players together; the oldest are forgotten first. What is stored with a match is remembered by the store. */
const KEPT = 20_000;
/** Refusals that hang on the moment: the same command may be accepted later. */
const PASSING: readonly Fault[] = ['not-saved', 'too-many-messages', 'shutting-down'];

export function createAnswered(): Answered {
  const answers = new Map<string, Promise<Answer>>();

  function remember(key: string, answer: Promise<Answer>): void {
    answers.set(key, answer);
    const [oldest] = answers.keys();
    if (answers.size > KEPT && oldest !== undefined) answers.delete(oldest);
    answer.then(
      (given) => !given.ok && PASSING.includes(given.fault) && answers.delete(key),
      () => answers.delete(key),
    );
  }

  return {
    once(speaker, commandId, make) {
      const key = `${speaker} ${commandId}`;
      const known = answers.get(key);
      if (known) return known;
      const answer = make();
      remember(key, answer);
      return answer;
    },
  };
}
