/** The set of right answers to an event: the canonical one and the other defensible readings. */
import type { Endpoint } from './endpoint.ts';
import { readingsBeside, type RuleId } from './rules.ts';
import { step, type Step } from './step.ts';
import type { Event, Segment, State } from './vocabulary.ts';

export type Answer = {
  /** Null is "nothing". */
  readonly segment: Segment | null;
  readonly state: State;
  readonly rules: readonly RuleId[];
  /** The endpoint if the connection goes on with this answer. */
  readonly endpoint: Endpoint;
};

/** All answers that stand, the canonical one first; no two of them alike in segment and state. */
export function answersTo(endpoint: Endpoint, event: Event): readonly Answer[] {
  const canonical = step(endpoint, event);
  const readings = canonical.rules.flatMap(readingsBeside);
  const all = [canonical, ...readings.map((rule) => step(endpoint, event, rule.id))].map(toAnswer);
  return all.filter((answer, index) => all.findIndex((one) => isSameMove(one, answer)) === index);
}

/** A move is one segment: the story splits what would send several (house rule N). */
function toAnswer({ endpoint, segments, rules }: Step): Answer {
  if (segments.length > 1) throw new Error(`an event that sends ${segments.length} segments is no turn: ${rules.join(' ')}`);
  return { segment: segments[0] ?? null, state: endpoint.state, rules, endpoint };
}

function isSameMove(a: Answer, b: Answer): boolean {
  return a.state === b.state && JSON.stringify(a.segment) === JSON.stringify(b.segment);
}
