/** The arrows between states, read off the rules: Figure 5 of RFC 9293 and its notes. */
import { RULES, ruleOf, type Rule, type RuleId } from './rules.ts';
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
    for (const from of statesOf(rule)) {
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

/** In which the move begins. Note 2: the FIN that also acknowledges ours takes FIN_WAIT_1 to TIME_WAIT, by way of FIN_WAIT_2 within one step. */
export function statesOf({ id, states }: Rule): readonly State[] {
  return id === 'fin-wait-1-fin-ack' ? ['FIN_WAIT_1'] : states;
}

/** The canonical rules that lead away from a state without an arrow of the diagram. */
export function waysOutNotDrawn(state: State): readonly Rule[] {
  return OMITTED.map(ruleOf).filter(({ states, next }) => states.includes(state) && next !== state);
}

/** What an arrow is taken on, in a word. */
export const CAUSES = [
  'open-active',
  'open-passive',
  'close',
  'two-msl',
  'syn',
  'syn-ack',
  'ack-of-syn',
  'rst',
  'fin',
  'ack-of-fin',
  'fin-with-ack',
] as const;
export type Cause = (typeof CAUSES)[number];

/** The rules of an arrow, the plainest first: the one with the fewest conditions. */
export function rulesOn({ rules }: Arrow): readonly Rule[] {
  return rules.map(ruleOf).toSorted((a, b) => a.when.length - b.when.length);
}

/** By its plainest rule. */
export function causeOf(arrow: Arrow): Cause {
  const [plainest] = rulesOn(arrow);
  if (!plainest) throw new Error(`no rule from ${arrow.from} to ${arrow.to}`);
  const { on } = plainest;
  if (on === 'timeout') return 'two-msl';
  if (on === 'segment') return arrivalOf(plainest);
  const call = CAUSES.find((cause) => cause === on);
  if (!call) throw new Error(`no word for ${on}`);
  return call;
}

function arrivalOf({ when }: Rule): Cause {
  const found = ARRIVALS.find(({ needs }) => needs.every((condition) => when.includes(condition)));
  if (!found) throw new Error(`no word for ${when.join(', ')}`);
  return found.cause;
}

/** By what of a segment counts; the first that fits. */
const ARRIVALS: readonly { readonly cause: Cause; readonly needs: readonly Rule['when'][number][] }[] = [
  { cause: 'rst', needs: ['hasRst'] },
  { cause: 'ack-of-fin', needs: ['acksOurFin'] },
  { cause: 'fin-with-ack', needs: ['finIsNext', 'cameFromFinWait1'] },
  { cause: 'fin', needs: ['finIsNext'] },
  { cause: 'syn-ack', needs: ['hasSyn', 'hasAck'] },
  { cause: 'syn', needs: ['hasSyn'] },
  { cause: 'ack-of-syn', needs: ['acksNew'] },
];
