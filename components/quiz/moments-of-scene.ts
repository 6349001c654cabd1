/** The scene of a question on the ladder. */
import type { Scene } from '#game/quiz/vocabulary.ts';
import { type Moment, statesAfter } from '#components/ladder/moments.ts';

export function momentsOfScene({ before, moments }: Scene): readonly Moment[] {
  const told: Moment[] = [];
  for (const acts of moments) told.push(momentOf(acts, told.at(-1), before));
  return told;
}

function momentOf(acts: Scene['moments'][number], previous: Moment | undefined, before: Scene['before']): Moment {
  return {
    key: previous ? `${Number(previous.key) + 1}` : '0',
    connection: 0,
    startsConnection: previous === undefined,
    before: previous ? statesAfter(previous) : before,
    acts: acts.map((act) => ({ ...act, ghost: null })),
  };
}
