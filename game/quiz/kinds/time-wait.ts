/** Which end is it that stands in TIME_WAIT? */
import type { MisconceptionId } from '../../match/misconceptions.ts';
import type { Random } from '../../scenarios/random.ts';
import type { RuleId } from '../../tcp/rules.ts';
import { ROLES, type State } from '../../tcp/vocabulary.ts';
import { drawChoices, NOTHING_ASKED, questionOf } from '../asking.ts';
import { drawClose, type Close, type End, type Who } from '../closes.ts';
import type { Maker } from '../maker.ts';
import type { Choice, Made, Reason, Scene, SceneAct } from '../vocabulary.ts';

/** Those of a close, and of what comes after it. */
export const TIME_WAIT: Maker = {
  kind: 'time-wait',
  rules: [
    'established-close',
    'established-fin',
    'fin-wait-1-fin-acked',
    'close-wait-close',
    'fin-wait-2-fin',
    'last-ack-fin-acked',
    'fin-wait-1-fin-ack',
    'fin-wait-1-fin',
    'closing-fin-acked',
    'time-wait-fin',
    'time-wait-ack',
    'two-msl',
    'retransmit-fin',
  ],
  make,
};

const WHO: readonly Who[] = [...ROLES, 'both', 'neither'];

function make(rule: RuleId, random: Random): Made {
  const { scene, who, ends } = drawClose(rule, random);
  const wrong = WHO.filter((other) => other !== who).map((other) => ({ choice: asChoice(other), reason: reasonAgainst(other, ends) }));
  const { form, right, reasons } = drawChoices(asChoice(who), wrong, random);
  return {
    question: { ...questionOf('time-wait', rule, withoutStates(scene)), asked: NOTHING_ASKED, form },
    key: { right, rules: [...new Set([rule, ...rulesBehind(who, ends)])], reasons, scene },
  };
}

function asChoice(who: Who): Choice {
  return { type: 'ends', who };
}

/** They are what is asked: each end is told to stay where it began, and the ladder is to be drawn without states. */
function withoutStates({ before, moments }: Scene): Scene {
  const hide = (act: SceneAct): SceneAct => ({ ...act, outcome: act.outcome && { ...act.outcome, state: before[act.at] } });
  return { before, moments: moments.map((acts) => acts.map(hide)) };
}

/** What has led whoever waits there; where nobody does, what has led either end to where it stands. */
function rulesBehind(who: Who, ends: Close['ends']): readonly RuleId[] {
  return ROLES.filter((role) => who === 'both' || who === 'neither' || who === role).map((role) => ends[role].rule);
}

function reasonAgainst(who: Who, ends: Close['ends']): Reason {
  const claimed = ROLES.filter((role) => who === role || who === 'both');
  const wrongly = claimed.find((role) => ends[role].state !== 'TIME_WAIT');
  return wrongly ? reasonNotToWait(ends[wrongly]) : { type: 'misconception', id: 'active-closer-leaves-at-once' };
}

/** What somebody has in mind who takes an end in that state to be in TIME_WAIT. */
const TAKEN_FOR_TIME_WAIT: Partial<Readonly<Record<State, MisconceptionId>>> = {
  FIN_WAIT_1: 'time-wait-at-once',
  LAST_ACK: 'time-wait-at-once',
  FIN_WAIT_2: 'own-fin-is-enough',
  CLOSING: 'fin-taken-for-an-ack',
  CLOSE_WAIT: 'fin-ends-both-directions',
};
/** The same of one that is CLOSED, by the rule that led there. */
const AFTERWARDS: Partial<Readonly<Record<RuleId, MisconceptionId>>> = {
  'last-ack-fin-acked': 'passive-closer-waits',
  'two-msl': 'time-wait-never-ends',
};

function reasonNotToWait({ state, rule }: End): Reason {
  const id = TAKEN_FOR_TIME_WAIT[state] ?? AFTERWARDS[rule];
  return id ? { type: 'misconception', id } : { type: 'rule', id: rule };
}
