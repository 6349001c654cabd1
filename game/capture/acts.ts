/**
 * A captured connection as the game tells one: what happened at an end, what went out because of it, and the state after. A capture
 * shows segments alone; that a segment is the answer to what arrived before it is found by asking the rules.
 */
import { movesTo, type Answer } from '#game/tcp/answers.ts';
import { segmentLength, type Endpoint } from '#game/tcp/endpoint.ts';
import { isBefore } from '#game/tcp/sequence.ts';
import { sameSegment, type Event, type Role, type Segment, type State } from '#game/tcp/vocabulary.ts';
import type { Occurrence, Remark } from './vocabulary.ts';

export type Act = {
  readonly at: Role;
  /** Null where an end sends what the rules have no event for; the note says what it is. */
  readonly event: Occurrence['event'];
  readonly before: Endpoint;
  readonly after: Endpoint;
  readonly sent: Segment | null;
  /** Of what was sent, else of what arrived; null where that was not captured. */
  readonly frame: number | null;
  /** On what was sent. */
  readonly note: Remark | null;
  /** The event and what was sent are in the capture, or follow from what is. */
  readonly isShown: boolean;
};

/** An act with the question that it is, if it is one. */
export type ToldAct = Act & {
  /** Which rules decide it at which end in which state, as a key; null where the rules have no answer with this segment and this state. */
  readonly question: string | null;
};

export function withQuestion(act: Act): ToldAct {
  const { at, event, before, after, sent, isShown } = act;
  // A server that listens is told, as in a match.
  if (!isShown || event === null || event.type === 'crash' || event.type === 'open-passive') return { ...act, question: null };
  const answer = answerWith(before, event, sent, after.state);
  return { ...act, question: answer ? `${at} ${before.state} ${answer.rules.join(' ')}` : null };
}

/** What happened at an end since it last sent, oldest first; then what it sends. */
export type Sending = {
  readonly since: readonly Occurrence[];
  readonly sent: Segment;
  readonly by: Occurrence;
  readonly note: Remark | null;
};

/** The act that a segment belongs to. It takes the place of `count` occurrences from `first` on. */
export type Cause = { readonly first: number; readonly count: number; readonly act: Act };

/** The rules' answer to one thing that happened, the last that fits; else a call, a timer, or nothing that the rules know of. */
export function causeOf(sending: Sending): Cause {
  const { since } = sending;
  const close = joinedClose(sending);
  if (close) return close;
  for (let index = since.length - 1; index >= Math.max(0, since.length - LOOKED_AT); index--) {
    const one = since[index];
    if (one?.event && one.event.type !== 'crash' && leadsTo(one.before, one.event, sending.sent, one.after.state))
      return causedBy(sending, index, 1, one.event);
  }
  const last = since.at(-1);
  if (last?.event && isCall(last.event)) return causedBy(sending, since.length - 1, 1, last.event);
  return causedBy(sending, since.length, 0, inferredEvent(sending));
}

/** As many as an end owes at most (`end.ts`). */
const LOOKED_AT = 8;

/** The application closed before the reply to what arrived went out, and both went together (house rule K). */
function joinedClose(sending: Sending): Cause | null {
  const { since, sent } = sending;
  const [arrival, close] = since.slice(-2);
  if (arrival?.event?.type !== 'segment' || close?.event?.type !== 'close' || isSilent(arrival)) return null;
  const event: Event = { ...arrival.event, joined: 'close' };
  return leadsTo(arrival.before, event, sent, close.after.state) ? causedBy(sending, since.length - 2, 2, event) : null;
}

/** The rules ask for no reply. */
function isSilent({ before, event }: Occurrence): boolean {
  return event === null || event.type === 'crash' || movesTo(before, event)[0]?.segment === null;
}

function isCall({ type }: NonNullable<Occurrence['event']>): boolean {
  return type === 'open-active' || type === 'close' || type === 'abort';
}

/** New data is a SEND. What is sent again is the timer's, unless something arrived that may have asked for it (RFC 5681 §3.2). */
function inferredEvent({ since, sent, by, note }: Sending): Event | null {
  if (sent.len > 0 && sent.seq === by.before.sndNxt) return { type: 'send', len: sent.len };
  const isAgain = note?.startsWith('retransmission') === true && segmentLength(sent) > 0 && isBefore(sent.seq, by.before.sndNxt);
  return isAgain && since.length === 0 ? { type: 'timeout', timer: 'retransmission' } : null;
}

function causedBy({ since, sent, by, note }: Sending, first: number, count: number, event: Act['event']): Cause {
  const [cause = by] = since.slice(first);
  const { after } = since[first + count - 1] ?? by;
  const isShown = by.frame !== null && (cause.frame !== null || cause.event?.type !== 'segment');
  return { first, count, act: { at: by.at, event, before: cause.before, after, sent, frame: by.frame, note, isShown } };
}

/** Something happened, and nothing went out. */
export function silentAct({ at, event, before, after, frame }: Occurrence): Act {
  return { at, event, before, after, sent: null, frame, note: null, isShown: frame !== null };
}

function leadsTo(before: Endpoint, event: Event, sent: Segment, state: State): boolean {
  return answerWith(before, event, sent, state) !== undefined;
}

function answerWith(before: Endpoint, event: Event, sent: Segment | null, state: State): Answer | undefined {
  return movesTo(before, event).find((answer) => answer.state === state && sameSegment(answer.segment, sent));
}
