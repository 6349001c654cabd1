/** The acts of one connection, put into the order of time while its lines are told. */
import type { Endpoint } from '#game/tcp/endpoint.ts';
import { add } from '#game/tcp/sequence.ts';
import { ROLES, otherRole, type Role, type Seq } from '#game/tcp/vocabulary.ts';
import { causeOf, silentAct, withQuestion, type Act, type ToldAct } from './acts.ts';
import { createDataQueue, type DataQueue } from './data-queue.ts';
import { createEarlyData, type EarlyData, type Flight } from './early-data.ts';
import { relativeAct } from './relative.ts';
import type { Occurrence, SegmentLine } from './vocabulary.ts';

export type Story = {
  /** The next line of the connection, with what was told beside it. */
  readonly take: (line: SegmentLine, occurrences: readonly Occurrence[]) => void;
  /** With relative numbers, one after the other: of a long connection all at once would take a while. */
  readonly acts: () => Iterable<ToldAct>;
};

type Placed<T> = T & { readonly place: number };
type Side = { readonly queue: DataQueue; readonly early: EarlyData; since: Placed<Occurrence>[] };

/**
 * An act that sends stands where its segment was sent; one that does not, where what happened to the end happened. What the end met
 * after it had got what it answers stands behind the answer.
 */
export function createStory(): Story {
  const sides: Readonly<Record<Role, Side>> = { client: beginSide(), server: beginSide() };
  const firsts: Partial<Record<Role, Seq>> = {};
  const doubled = new Set<number>();
  const acts: Placed<{ act: Act }>[] = [];
  let place = 0;

  function send(side: Side, by: Occurrence, note: SegmentLine['note']): void {
    const { sent } = by;
    if (!sent) return;
    const flight = side.since.length === 0 && note?.startsWith('duplicate ACK') ? side.early.oldest(by.before) : null;
    if (flight) arriveEarly(side, flight, by);
    side.queue.add(sent, by.before);
    const { since } = side;
    const { first, count, act } = causeOf({ since, sent, by: { ...by, after: side.queue.filled(by.after) }, note });
    const silent = since.map((one) => ({ act: silentAct(one), place: one.place }));
    acts.push(...silent.slice(0, first), { act, place }, ...silent.slice(first + count).map((one) => ({ ...one, place })));
    side.since = [];
  }

  function arriveEarly({ since, early }: Side, flight: Flight, by: Occurrence): void {
    early.accept(flight);
    const { frame, segment } = flight;
    since.push({ ...by, event: { type: 'segment', segment }, sent: null, frame, after: early.filled(by.before), place });
  }

  function observe(occurrence: Occurrence, line: SegmentLine): void {
    place += 1;
    const side = sides[occurrence.at];
    const filled = filledBy(side, occurrence);
    const { event, sent, frame } = occurrence;
    const arrives = event?.type === 'segment' && frame !== null;
    if (arrives && doubled.has(frame)) return;
    if (arrives && side.early.isAccepted(frame)) passOver(side, filled);
    else if (sent) send(side, filled, frame === line.frame ? line.note : null);
    else side.since.push({ ...filled, place: event?.type === 'open-passive' ? 0 : place });
  }

  return {
    take(line, occurrences) {
      learnFirsts(firsts, line, occurrences);
      if (line.note?.startsWith('captured twice')) doubled.add(line.frame);
      for (const occurrence of occurrences) {
        observe(occurrence, line);
        expectData(sides[otherRole(occurrence.at)], occurrence, line);
      }
    },
    *acts() {
      const last = ROLES.flatMap((role) => sides[role].since.map((one) => ({ act: silentAct(one), place: one.place })));
      const { client = 0, server = 0 } = firsts;
      for (const { act } of [...acts, ...last].sort((a, b) => a.place - b.place)) yield withQuestion(relativeAct(act, { client, server }));
    },
  };
}

function beginSide(): Side {
  return { queue: createDataQueue(), early: createEarlyData(), since: [] };
}

function expectData({ early }: Side, { sent, frame }: Occurrence, { note }: SegmentLine): void {
  const isLost = note?.endsWith('lost') === true;
  if (sent && sent.len > 0 && frame !== null && !isLost) early.expect({ segment: sent, frame });
}

/** It is told already; what it does now that the gap is filled belongs to what filled it. */
function passOver({ since }: Side, { after }: Occurrence): void {
  const last = since.at(-1);
  if (last) since[since.length - 1] = { ...last, after };
}

/** The number that an end chooses is told where it chooses one. */
function filledBy({ queue, early }: Side, occurrence: Occurrence): Occurrence {
  const { event, before, after } = occurrence;
  const chooses = event?.type !== 'segment' || before.state === 'LISTEN';
  const filled = (endpoint: Endpoint) => early.filled(queue.filled(endpoint));
  return { ...occurrence, event: chooses ? event : withoutIss(event), before: filled(before), after: filled(after) };
}

function withoutIss({ iss: _iss, ...event }: Extract<NonNullable<Occurrence['event']>, { type: 'segment' }>): Occurrence['event'] {
  return event;
}

/** What the line is relative to. */
function learnFirsts(firsts: Partial<Record<Role, Seq>>, { frame, from, seq, ack }: SegmentLine, occurrences: readonly Occurrence[]): void {
  const sent = occurrences.find((one) => one.sent && one.frame === frame)?.sent;
  if (!sent) return;
  firsts[from] ??= add(sent.seq, -seq);
  if (ack !== null && sent.ack !== null) firsts[otherRole(from)] ??= add(sent.ack, -ack);
}
