/** One step of RFC 9293 §3.10: what an endpoint does about one event. */
import { ACTIONS } from './actions.ts';
import { CONDITIONS, NO_SEGMENT, type Context } from './conditions.ts';
import { CLOSED_ENDPOINT, type Endpoint } from './endpoint.ts';
import { RULES, STAGES, type Rule, type RuleId, type Stage } from './rules.ts';
import { acknowledgement, send } from './send.ts';
import type { Event, Segment, Signal, State } from './vocabulary.ts';

export type Step = {
  readonly endpoint: Endpoint;
  /** What goes out, in order. */
  readonly segments: readonly Segment[];
  /** The rules that fired, in order; none where a timer does not run. */
  readonly rules: readonly RuleId[];
  readonly signals: readonly Signal[];
};

/** A step that is not finished: an acknowledgement that is due goes out last, joined with what else goes out (MUST-58). */
type Progress = Step & { readonly ackDue: boolean };

/**
 * What the endpoint does about the event. Total: every event has a step in every state, and the same one every time.
 * `reading` takes that rule in place of the canonical one that it stands beside.
 */
export function step(endpoint: Endpoint, event: Event, reading: RuleId | null = null): Step {
  const begun: Progress = { endpoint, segments: [], rules: [], signals: [], ackDue: false };
  const processed = process(begun, event, reading);
  const closed = closesAtOnce(event) ? process(processed, { type: 'close' }, reading) : processed;
  return settleAck(closed);
}

function closesAtOnce(event: Event): boolean {
  return event.type === 'segment' && event.joined === 'close';
}

function process(begun: Progress, event: Event, reading: RuleId | null): Progress {
  const opening = contextOf(begun, event);
  let progress = begun;
  let stage: Stage | undefined = firstStage(event);
  while (stage) {
    const context = enterStage(stage, { ...opening, endpoint: progress.endpoint, sent: progress.segments });
    const rule = ruleFor(stage, context, event, reading);
    progress = rule ? fire(progress, rule, context, event) : { ...progress, endpoint: context.endpoint };
    stage = rule ? rule.goesOn : stageAfter(stage);
  }
  return progress;
}

function firstStage(event: Event): Stage {
  if (event.type === 'timeout') return 'timeout';
  return event.type === 'segment' ? 'unsynchronised' : 'call';
}

function stageAfter(stage: Stage): Stage | undefined {
  return stage === 'call' || stage === 'timeout' ? undefined : STAGES[STAGES.indexOf(stage) + 1];
}

function contextOf({ endpoint, segments }: Progress, event: Event): Context {
  return {
    endpoint,
    began: endpoint.state,
    sent: segments,
    segment: event.type === 'segment' ? event.segment : NO_SEGMENT,
    timer: event.type === 'timeout' ? event.timer : null,
    iss: event.iss ?? 0,
  };
}

/** Between the ACK and the text "the send window should be updated" (§3.10.7.4, fifth), whichever rule has looked at the ACK. */
function enterStage(stage: Stage, context: Context): Context {
  return stage === 'data' ? { ...context, endpoint: ACTIONS.updateWindow(context) } : context;
}

function ruleFor(stage: Stage, context: Context, event: Event, reading: RuleId | null): Rule | undefined {
  const rules = RULES_OF_STAGE[stage];
  const other = reading === null ? undefined : rules.find((rule) => rule.id === reading && ruleFits(rule, context, event));
  return other ?? rules.find((rule) => !rule.insteadOf && ruleFits(rule, context, event));
}

const ruleFits = (rule: Rule, context: Context, event: Event) =>
  rule.on === event.type && rule.states.includes(context.endpoint.state) && rule.when.every((condition) => CONDITIONS[condition](context));

const RULES_OF_STAGE = Object.fromEntries(STAGES.map((stage) => [stage, RULES.filter((rule) => rule.stage === stage)])) as Record<
  Stage,
  Rule[]
>;

function fire(progress: Progress, rule: Rule, context: Context, event: Event): Progress {
  const changed = rule.does.reduce((endpoint, action) => ACTIONS[action]({ ...context, endpoint }, event), context.endpoint);
  const { endpoint, sent } = send(changed, rule.reply, context);
  return {
    endpoint: enter(endpoint, rule.next),
    segments: sent,
    rules: [...progress.rules, rule.id],
    signals: rule.signal ? [...progress.signals, rule.signal] : progress.signals,
    ackDue: progress.ackDue || rule.reply === 'ACK',
  };
}

/** Where CLOSED or LISTEN is entered, the variables are gone with the connection; TIME_WAIT turns off the other timers, and nothing waits. */
function enter(endpoint: Endpoint, next: State | 'same'): Endpoint {
  if (next === 'same') return endpoint;
  if (next === 'CLOSED') return CLOSED_ENDPOINT;
  if (next === 'LISTEN') return { ...CLOSED_ENDPOINT, state: 'LISTEN', opened: 'passive' };
  return next === 'TIME_WAIT'
    ? { ...endpoint, state: next, unacked: [], queuedSends: [], queuedClose: false, held: [] }
    : { ...endpoint, state: next };
}

function settleAck({ ackDue, ...step }: Progress): Step {
  const isJoined = step.segments.some((segment) => segment.flags.includes('ACK'));
  if (!ackDue || isJoined) return step;
  return { ...step, segments: [...step.segments, acknowledgement(step.endpoint)] };
}
