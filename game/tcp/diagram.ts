/** The arrows between states, read off the rules: Figure 5 of RFC 9293 and its notes. */
import { RULES, type RuleId } from './rules.ts';
import type { State } from './vocabulary.ts';

export type Arrow = {
  readonly from: State;
  readonly to: State;
  /** The rules that take it. */
  readonly rules: readonly RuleId[];
};

/** Note 3 of Figure 5, the timeouts of §3.10.8 that end a connection, and reopening from TIME_WAIT and the way back (MAY-2). */
const OMITTED: readonly RuleId[] = [
  'abort',
  'early-abort',
  'late-abort',
  'syn-sent-rst',
  'syn-rcvd-rst-active',
  'rst',
  'late-rst',
  'time-wait-rst',
  'user-timeout',
  'time-wait-new-syn',
  'syn-rcvd-rst-reopened',
];

/**
 * The arrows of the diagram. What resets, aborts or times out a connection leads to CLOSED from nearly everywhere and is left
 * out, as in the figure ("would become very difficult to read"), and so are the readings that are not canonical.
 */
export const DIAGRAM: readonly Arrow[] = collectArrows();

function collectArrows(): readonly Arrow[] {
  const arrows = new Map<string, Arrow>();
  for (const rule of RULES) {
    if (rule.insteadOf || rule.next === 'same' || isOmitted(rule.id)) continue;
    for (const from of statesOf(rule.id, rule.states)) {
      const key = `${from} ${rule.next}`;
      const known = arrows.get(key)?.rules ?? [];
      if (from !== rule.next) arrows.set(key, { from, to: rule.next, rules: [...known, rule.id] });
    }
  }
  return [...arrows.values()];
}

function isOmitted(id: RuleId): boolean {
  return OMITTED.includes(id);
}

/** Note 2: the FIN that also acknowledges ours takes FIN_WAIT_1 to TIME_WAIT, by way of FIN_WAIT_2 within one step. */
function statesOf(id: RuleId, states: readonly State[]): readonly State[] {
  return id === 'fin-wait-1-fin-ack' ? ['FIN_WAIT_1'] : states;
}
