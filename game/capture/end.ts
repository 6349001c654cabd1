/** One end of a connection, followed through the rules of `game/tcp` by what a capture shows of it. */
import { CLOSED_ENDPOINT, dataStart, segmentEnd, type Endpoint } from '#game/tcp/endpoint.ts';
import { ruleOf, type RuleId } from '#game/tcp/rules.ts';
import { step, type Step } from '#game/tcp/step.ts';
import type { Event, Role, Segment, Seq, State } from '#game/tcp/vocabulary.ts';
import type { Deed, Note, Occurrence } from './vocabulary.ts';
import { WIDEST_WINDOW } from './window.ts';

/** A segment on its way from one end to the other. */
export type Passage = {
  readonly from: Role;
  readonly segment: Segment;
  /** The state of each end once the segment has been sent and received; absent until it is known. */
  readonly states: Partial<Record<Role, State>>;
  fate: 'under way' | 'received' | 'lost';
  /** Its sender sent its first number again before anything showed that it had arrived. */
  sentAgain: boolean;
  /** Null for a segment that was not captured but must have been sent. */
  readonly line: PassageLine | null;
  /** What happened from its sending on until the next segment was sent; complete once its states are known. */
  readonly occurrences: Occurrence[];
};
export type PassageLine = {
  readonly frame: number;
  readonly time: bigint | null;
  /** Relative, as they are printed. */
  readonly seq: Seq;
  readonly ack: Seq | null;
  readonly len: number;
  readonly note: Note | null;
};

export type End = {
  endpoint: Endpoint;
  readonly passed: State[];
  /** The acknowledgment number that the end last sent. */
  told: Seq | null;
  /** What the rules answered to what arrived since the end last sent, and which rules they were. */
  owed: readonly Segment[];
  fired: readonly RuleId[];
  /** Passages whose state of this end hangs on what it sends next: its own last one, then those to it. */
  undecided: Passage[];
  /** Passages that had not arrived when the end last sent. */
  late: Passage[];
  /** What has happened to it and is in no passage yet; null where nobody wants to know. */
  readonly deeds: Deed[] | null;
};

export function closedEnd(tracing: boolean): End {
  return endOf(CLOSED_ENDPOINT, tracing);
}

/** An end that is in the middle of a connection when the capture begins. */
export function establishedEnd(sndNxt: Seq, rcvNxt: Seq, tracing: boolean): End {
  return endOf({ ...CLOSED_ENDPOINT, state: 'ESTABLISHED', iss: sndNxt, sndUna: sndNxt, sndNxt, irs: rcvNxt, rcvNxt }, tracing);
}

function endOf(endpoint: Endpoint, tracing: boolean): End {
  return { endpoint, passed: [endpoint.state], told: null, owed: [], fired: [], undecided: [], late: [], deeds: tracing ? [] : null };
}

/** CLOSED, and never anything else. */
export function wasNeverOpened(end: End): boolean {
  return end.passed.length === 1 && end.endpoint.state === 'CLOSED';
}

/** There is no connection: nothing, or only a listener. */
export function isGone(state: State): boolean {
  return state === 'CLOSED' || state === 'LISTEN';
}

/** A SYN that reopens a connection in TIME_WAIT begins a new one here (`reuse.ts`); the old one never gets it. */
const NOT_REOPENED: RuleId = 'time-wait-new-syn-challenged';

/** What a segment would do to an endpoint that takes `iss` if it has to choose. */
export function foresee(endpoint: Endpoint, segment: Segment, iss: Seq): Step {
  return step(widened(endpoint), { type: 'segment', segment, iss }, NOT_REOPENED);
}

export function happen(end: End, event: Event): void {
  commit(end, step(widened(end.endpoint), event), event);
}

/** The end loses its memory of the connection, as a host that restarts does (RFC 9293 §3.5.1). */
export function forget(end: End): void {
  if (end.endpoint.state !== 'CLOSED') end.passed.push('CLOSED');
  end.deeds?.push({ event: { type: 'crash' }, sent: null, before: end.endpoint, after: CLOSED_ENDPOINT });
  end.endpoint = CLOSED_ENDPOINT;
}

function widened(endpoint: Endpoint): Endpoint {
  return endpoint.rcvWnd === WIDEST_WINDOW ? endpoint : { ...endpoint, rcvWnd: WIDEST_WINDOW };
}

export function commit(end: End, taken: Step, event: Event): void {
  const before = end.endpoint;
  if (taken.endpoint.state !== before.state) end.passed.push(...statesEntered(taken.rules));
  end.endpoint = taken.endpoint.held.length > 1 ? withJoinedHeld(taken.endpoint) : taken.endpoint;
  if (taken.segments.length > 0) end.owed = [...end.owed, ...taken.segments].slice(-MAX_OWED);
  end.fired = [...end.fired, ...taken.rules].slice(-MAX_FIRED);
  end.deeds?.push({ event, sent: null, before: widened(before), after: end.endpoint });
}

/** What has happened to the end since this was asked last. `frame`: that of the segment which shows it; null where none was captured. */
export function takeOccurrences({ deeds }: End, at: Role, frame: number | null, into: Occurrence[]): Occurrence[] {
  if (!deeds) return into;
  for (const { event, sent, before, after } of deeds) into.push({ at, frame, event, sent, before, after });
  deeds.length = 0;
  return into;
}

const MAX_OWED = 8;
const MAX_FIRED = 16;

/** One event can lead through several states. By note 2 of Figure 5, the FIN that also acknowledges ours passes FIN_WAIT_2 by. */
function statesEntered(rules: readonly RuleId[]): State[] {
  const passesBy = rules.includes('fin-wait-1-fin-ack');
  const nexts = rules.map((id) => ruleOf(id).next);
  return nexts.filter((next) => next !== 'same').filter((next) => !(passesBy && next === 'FIN_WAIT_2'));
}

/** What is held side by side is held as one: a gap in a fast transfer has thousands of segments behind it. */
function withJoinedHeld(endpoint: Endpoint): Endpoint {
  const held: Segment[] = [];
  for (const segment of endpoint.held) {
    const last = held.at(-1);
    const isNext = last && !last.flags.includes('FIN') && segmentEnd(last) === dataStart(segment);
    if (last && isNext) held[held.length - 1] = { ...last, flags: segment.flags, len: last.len + segment.len };
    else held.push(segment);
  }
  return { ...endpoint, held };
}
