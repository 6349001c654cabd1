/** The set of right answers to an event: the canonical one and the other defensible readings. */
import type { Endpoint } from './endpoint.ts';
import { readingsBeside, type RuleId } from './rules.ts';
import { step, type Step } from './step.ts';
import { sameSegment, type Event, type Segment, type State } from './vocabulary.ts';

export type Answer = {
  /** Null is "nothing". */
  readonly segment: Segment | null;
  readonly state: State;
  readonly rules: readonly RuleId[];
  /** The endpoint if the connection goes on with this answer. */
  readonly endpoint: Endpoint;
};

/** All answers that stand, the canonical one first; no two of them alike in segment and state. The event is a turn: see `movesTo`. */
export function answersTo(endpoint: Endpoint, event: Event): readonly Answer[] {
  const moves = movesTo(endpoint, event);
  if (moves.length === 0)
    throw new Error(`an event that sends ${step(endpoint, event).segments.length} segments is no turn: ${event.type} in ${endpoint.state}`);
  return moves;
}

/**
 * A move is one segment (house rule N). Where the canonical reading sends several, one that joins them comes first; where none does
 * there is no move, and the story has to split the event.
 */
export function movesTo(endpoint: Endpoint, event: Event): readonly Answer[] {
  const canonical = step(endpoint, event);
  const readings = canonical.rules.flatMap(readingsBeside).map((rule) => step(endpoint, event, rule.id));
  const all = [canonical, ...readings].filter(({ segments }) => segments.length <= 1).map(toAnswer);
  return all.filter((answer, index) => all.findIndex((one) => isSameMove(one, answer)) === index);
}

/** The first of `movesTo`, found without the others; null where there is no move. */
export function canonicalMove(endpoint: Endpoint, event: Event): Answer | null {
  const canonical = step(endpoint, event);
  return canonical.segments.length <= 1 ? toAnswer(canonical) : (movesTo(endpoint, event)[0] ?? null);
}

function toAnswer({ endpoint, segments, rules }: Step): Answer {
  return { segment: segments[0] ?? null, state: endpoint.state, rules, endpoint };
}

function isSameMove(a: Answer, b: Answer): boolean {
  return a === b || (a.state === b.state && sameSegment(a.segment, b.segment));
}
