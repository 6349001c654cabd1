/** The scene of a question on the ladder. */
import type { Scene } from '#game/quiz/vocabulary.ts';
import { type Moment, momentsAlong } from '#components/ladder/moments.ts';

export function momentsOfScene({ before, moments }: Scene): readonly Moment[] {
  const turns = moments.map((acts) => ({ connection: 0, told: [], acts: acts.map((act) => ({ ...act, ghost: null })) }));
  return momentsAlong(turns, before);
}
