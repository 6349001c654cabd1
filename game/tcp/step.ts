/** One step of RFC 9293 §3.10: what an endpoint does about one event. */
import { ACTIONS } from './actions.ts';
import { CONDITIONS, NO_SEGMENT, type Context } from './conditions.ts';
import { change, CLOSED_ENDPOINT, type Endpoint } from './endpoint.ts';
import { RULES, STAGES, type Rule, type RuleId, type Stage } from './rules.ts';
import { acknowledgement, send } from './send.ts';
import { STATES, type Event, type Segment, type Signal, type State } from './vocabulary.ts';

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
  const { state: began } = begun.endpoint;
  let progress = begun;
  let stage: Stage | undefined = firstStage(event);
  while (stage) {
    const context = enterStage(stage, contextOf(progress, event, began));
    const rule = ruleFor(stage, context, event, reading);
    progress = rule ? fire(progress, rule, context, event) : at(progress, context.endpoint);
    stage = rule ? rule.goesOn : NEXT_STAGE[stage];
  }
  return progress;
}

function firstStage(event: Event): Stage {
  if (event.type === 'timeout') return 'timeout';
  return event.type === 'segment' ? 'unsynchronised' : 'call';
}

function contextOf({ endpoint, segments }: Progress, event: Event, began: State): Context {
  return {
    endpoint,
    segment: event.type === 'segment' ? event.segment : NO_SEGMENT,
    timer: event.type === 'timeout' ? event.timer : null,
    iss: event.iss ?? 0,
    began,
    sent: segments,
  };
}

/** Between the ACK and the text "the send window should be updated" (§3.10.7.4, fifth), whichever rule has looked at the ACK. */
function enterStage(stage: Stage, context: Context): Context {
  return stage === 'data' ? inContext(context, ACTIONS.updateWindow(context)) : context;
}

function inContext(context: Context, endpoint: Endpoint): Context {
  const { segment, timer, iss, began, sent } = context;
  return endpoint === context.endpoint ? context : { endpoint, segment, timer, iss, began, sent };
}

function at(progress: Progress, endpoint: Endpoint): Progress {
  const { segments, rules, signals, ackDue } = progress;
  return endpoint === progress.endpoint ? progress : { endpoint, segments, rules, signals, ackDue };
}

function ruleFor(stage: Stage, context: Context, event: Event, reading: RuleId | null): Rule | undefined {
  const rows = ROWS[stage][context.endpoint.state][event.type] ?? NO_ROWS;
  const other = reading === null ? undefined : rows.find(({ rule, tests }) => rule.id === reading && holds(tests, context));
  return (other ?? rows.find(({ rule, tests }) => !rule.insteadOf && holds(tests, context)))?.rule;
}

type Test = (context: Context) => boolean;

function holds(tests: readonly Test[], context: Context): boolean {
  for (const test of tests) if (!test(context)) return false;
  return true;
}

/** A rule, and its conditions as functions. */
type TableRow = { readonly rule: Rule; readonly tests: readonly Test[] };
const NO_ROWS: readonly TableRow[] = [];

/** The table as it is walked: the rows that can fire in a stage, by state and event, in their order. */
const ROWS = byEach(STAGES, (stage) =>
  byEach(STATES, (state) => {
    const rules = RULES.filter((rule) => rule.stage === stage && rule.states.includes(state));
    return Object.fromEntries(rules.map(({ on }) => [on, rules.filter((rule) => rule.on === on).map(toTableRow)]));
  }),
);

/** A stage where no rule fires is passed. A call and a timer have one stage. */
const NEXT_STAGE = byEach(STAGES, (stage) => (stage === 'call' || stage === 'timeout' ? undefined : STAGES[STAGES.indexOf(stage) + 1]));

function toTableRow(rule: Rule): TableRow {
  return { rule, tests: rule.when.map((condition) => CONDITIONS[condition]) };
}

function byEach<K extends string, V>(keys: readonly K[], of: (key: K) => V): Readonly<Record<K, V>> {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, V>;
}

function fire(progress: Progress, rule: Rule, context: Context, event: Event): Progress {
  const changed = rule.does.reduce((endpoint, action) => ACTIONS[action](inContext(context, endpoint), event), context.endpoint);
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
  if (next === 'LISTEN') return change(CLOSED_ENDPOINT, { state: next, opened: 'passive' });
  return change(
    endpoint,
    next === 'TIME_WAIT' ? { state: next, unacked: [], queuedSends: [], queuedClose: false, held: [] } : { state: next },
  );
}

function settleAck({ endpoint, segments, rules, signals, ackDue }: Progress): Step {
  const isJoined = segments.some((segment) => segment.flags.includes('ACK'));
  return { endpoint, segments: !ackDue || isJoined ? segments : [...segments, acknowledgement(endpoint)], rules, signals };
}
