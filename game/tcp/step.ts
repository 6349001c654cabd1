/** One step of RFC 9293 §3.10: what an endpoint does about one event. */
import { ACTIONS } from './actions.ts';
import { CONDITIONS, NO_SEGMENT, type Context } from './conditions.ts';
import { CLOSED_ENDPOINT, segmentEnd, segmentLength, type Endpoint } from './endpoint.ts';
import { RULES, STAGES, type Reply, type Rule, type RuleId, type Stage } from './rules.ts';
import { add } from './sequence.ts';
import type { Event, Segment, Signal, State } from './vocabulary.ts';

export type Step = {
  readonly endpoint: Endpoint;
  /** What goes out, in order. */
  readonly segments: readonly Segment[];
  /** The rules that fired, in order; none where the call is refused or the timer does not run. */
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
  const began = begun.endpoint.state;
  let progress = begun;
  let stage: Stage | undefined = firstStage(event);
  while (stage) {
    const context = contextOf(progress.endpoint, event, began);
    const rule = ruleFor(stage, context, event, reading);
    if (rule) progress = fire(progress, rule, context, event);
    stage = rule ? rule.goesOn : stageAfter(stage);
  }
  return progress.rules.length === begun.rules.length ? refuse(progress, event) : progress;
}

function firstStage(event: Event): Stage {
  if (event.type === 'timeout') return 'timeout';
  return event.type === 'segment' ? 'unsynchronised' : 'call';
}

function stageAfter(stage: Stage): Stage | undefined {
  return stage === 'call' || stage === 'timeout' ? undefined : STAGES[STAGES.indexOf(stage) + 1];
}

function contextOf(endpoint: Endpoint, event: Event, began: State): Context {
  return {
    endpoint,
    began,
    segment: event.type === 'segment' ? event.segment : NO_SEGMENT,
    timer: event.type === 'timeout' ? event.timer : null,
  };
}

function ruleFor(stage: Stage, context: Context, event: Event, reading: RuleId | null): Rule | undefined {
  const fits = (rule: Rule) => ruleFits(rule, context, event);
  const rules = RULES_OF_STAGE[stage];
  const other = reading === null ? undefined : rules.find((rule) => rule.id === reading && fits(rule));
  return other ?? rules.find((rule) => !rule.insteadOf && fits(rule));
}

const ruleFits = (rule: Rule, context: Context, event: Event) =>
  rule.on === event.type && rule.states.includes(context.endpoint.state) && rule.when.every((condition) => CONDITIONS[condition](context));

const RULES_OF_STAGE = Object.fromEntries(STAGES.map((stage) => [stage, RULES.filter((rule) => rule.stage === stage)])) as Record<
  Stage,
  Rule[]
>;

function fire(progress: Progress, rule: Rule, context: Context, event: Event): Progress {
  const changed = rule.does.reduce((endpoint, action) => ACTIONS[action]({ ...context, endpoint }, event), context.endpoint);
  const sent = send(changed, rule.reply, context.segment);
  return {
    endpoint: enter(sent.endpoint, rule.next),
    segments: sent.segment ? [...progress.segments, sent.segment] : progress.segments,
    rules: [...progress.rules, rule.id],
    signals: rule.signal ? [...progress.signals, rule.signal] : progress.signals,
    ackDue: progress.ackDue || rule.reply === 'ACK',
  };
}

/** A call that no rule serves: the error that §3.10.1 to §3.10.5 name for it. A timer that does not run does nothing. */
function refuse(progress: Progress, event: Event): Progress {
  if (event.type === 'timeout' || event.type === 'segment' || event.type === 'receive') return progress;
  const { state } = progress.endpoint;
  const opens = event.type === 'open-active' || event.type === 'open-passive';
  const closedSignal = state === 'CLOSED' ? 'connection-does-not-exist' : 'connection-closing';
  return { ...progress, signals: [...progress.signals, opens ? 'connection-already-exists' : closedSignal] };
}

/** Where CLOSED or LISTEN is entered, the variables are gone with the connection; TIME_WAIT turns off the other timers. */
function enter(endpoint: Endpoint, next: State | 'same'): Endpoint {
  if (next === 'same') return endpoint;
  if (next === 'CLOSED') return CLOSED_ENDPOINT;
  if (next === 'LISTEN') return { ...CLOSED_ENDPOINT, state: 'LISTEN', opened: 'passive' };
  return next === 'TIME_WAIT' ? { ...endpoint, state: next, unacked: [] } : { ...endpoint, state: next };
}

function settleAck({ ackDue, ...step }: Progress): Step {
  const isJoined = step.segments.some((segment) => segment.flags.includes('ACK'));
  if (!ackDue || isJoined) return step;
  return { ...step, segments: [...step.segments, acknowledgement(step.endpoint)] };
}

/** <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK> */
function acknowledgement(endpoint: Endpoint): Segment {
  return { flags: ['ACK'], seq: endpoint.sndNxt, ack: endpoint.rcvNxt, len: 0 };
}

type Sent = { readonly endpoint: Endpoint; readonly segment: Segment | null };

function send(endpoint: Endpoint, reply: Reply, arrived: Segment): Sent {
  const segment = form(endpoint, reply, arrived);
  return segment ? { endpoint: remember(endpoint, segment), segment } : { endpoint, segment };
}

function form(endpoint: Endpoint, reply: Reply, arrived: Segment): Segment | null {
  const { iss, sndNxt: seq, rcvNxt: ack, queuedData: len, unacked } = endpoint;
  switch (reply) {
    // An ACK waits for the end of the step, where RCV.NXT has its last value.
    case 'nothing':
    case 'ACK':
      return null;
    case 'SYN':
      return { flags: ['SYN'], seq: iss, ack: null, len: 0 };
    case 'SYN,ACK':
      return { flags: ['SYN', 'ACK'], seq: iss, ack, len: 0 };
    case 'DATA':
      return { flags: ['ACK'], seq, ack, len };
    case 'FIN,ACK':
      return { flags: ['FIN', 'ACK'], seq, ack, len: 0 };
    case 'RST':
      return { flags: ['RST'], seq, ack: null, len: 0 };
    case 'RST,ACK':
      return { flags: ['RST', 'ACK'], seq, ack, len: 0 };
    case 'RESET':
      return resetFor(arrived);
    case 'FRONT':
      return unacked[0] ? withCurrentAck(unacked[0], ack) : null;
    case 'FRONT-SYN':
      return { flags: ['SYN'], seq: iss, ack: null, len: 0 };
    default:
      return reply satisfies never;
  }
}

/** A reset that the sender of the offending segment finds acceptable (§3.10.7.1). */
function resetFor(arrived: Segment): Segment {
  if (arrived.ack !== null) return { flags: ['RST'], seq: arrived.ack, ack: null, len: 0 };
  return { flags: ['RST', 'ACK'], seq: 0, ack: segmentEnd(arrived), len: 0 };
}

function withCurrentAck(segment: Segment, ack: number): Segment {
  return segment.ack === null ? segment : { ...segment, ack };
}

/** SND.NXT advances over what is new and takes numbers; the retransmission queue keeps it until it is acknowledged. */
function remember(endpoint: Endpoint, segment: Segment): Endpoint {
  const takesNumbers = segmentLength(segment) > 0;
  if (!takesNumbers) return endpoint;
  if (segment.seq !== endpoint.sndNxt) return replaceFront(endpoint, segment);
  return {
    ...endpoint,
    sndNxt: segmentEnd(segment),
    finSeq: segment.flags.includes('FIN') ? add(segment.seq, segment.len) : endpoint.finSeq,
    queuedData: endpoint.queuedData - segment.len,
    unacked: [...endpoint.unacked, segment],
  };
}

/** Sent once more under the same number, as after a simultaneous open the SYN is as SYN,ACK. */
function replaceFront(endpoint: Endpoint, segment: Segment): Endpoint {
  return { ...endpoint, unacked: [segment, ...endpoint.unacked.slice(1)] };
}
