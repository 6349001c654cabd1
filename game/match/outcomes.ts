/** What happened in a play, as it is told: without what nobody may see of it. */
import type { Done, ToldHappening } from '../scenarios/play.ts';
import type { Outcome, Told } from './vocabulary.ts';

export function toTold({ at, event, done }: ToldHappening): Told {
  return { at, event, outcome: toOutcome(done) };
}

export function toOutcome({ at, answer, fate }: Done): Outcome {
  return { at, segment: answer.segment, state: answer.state, lost: fate === 'lose' };
}
