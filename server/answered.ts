/** Answers that were given lately, so that a command that comes twice gets the same one. */
import type { Answer } from '#protocol/commands.ts';
import type { Fault } from '#protocol/faults.ts';

export type Answered = {
  /** The answer to the command of that speaker, from before or from `make`. Concurrent repeats get the same one. */
  once(speaker: string, commandId: string, make: () => Promise<Answer>): Promise<Answer>;
};

/** Of all players together, at least; then the older half of them is forgotten. What is stored with a match is remembered by the store. */
const KEPT = 10_000;
/** Refusals that hang on the moment: the same command may be accepted later. */
const PASSING: readonly Fault[] = ['not-saved', 'too-many-messages', 'shutting-down'];

export function createAnswered(): Answered {
  // Two halves: to find the oldest of a Map, which has forgotten many, takes V8 a walk over all of those.
  let newer = new Map<string, Promise<Answer>>();
  let older: typeof newer = new Map();

  function remember(key: string, answer: Promise<Answer>): void {
    if (newer.size >= KEPT) [newer, older] = [new Map(), newer];
    newer.set(key, answer);
    answer.then(
      (given) => !given.ok && PASSING.includes(given.fault) && forget(key),
      () => forget(key),
    );
  }

  function forget(key: string): void {
    newer.delete(key);
    older.delete(key);
  }

  return {
    once(speaker, commandId, make) {
      const key = `${speaker} ${commandId}`;
      const known = newer.get(key) ?? older.get(key);
      if (known) return known;
      const answer = make();
      remember(key, answer);
      return answer;
    },
  };
}
