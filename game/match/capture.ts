/**
 * What a match sent, as a capture file. It is as if captured half way between the two ends: what the wire lost is in it, and so
 * are the second copy of what it delivered twice, and the segments that nobody sent.
 */
import { writeConnections, type Ends, type SentBetween } from '../capture/write.ts';
import { otherRole, sameSegment, type Role, type Segment } from '../tcp/vocabulary.ts';
import type { TurnView } from './view.ts';
import type { Ask, Outcome, Told } from './vocabulary.ts';

type Passing = { readonly from: Role; readonly segment: Segment };
/** What happened at the same time, and what came of it. */
type Moment = { readonly events: readonly Pick<Ask | Told, 'at' | 'event'>[]; readonly outcomes: readonly Outcome[] };

const CLIENT_ADDRESS = [10, 0, 0, 1] as const;
const SERVER = { address: [10, 0, 0, 2], port: 80 } as const;
/** Of the first connection; every further one, of both legs, has the next. */
const FIRST_PORT = 40_001;
/** In microseconds: a turn comes a second after the one before it, what passes in the same turn in milliseconds. */
const TURN = 1_000_000;
const WITHIN_TURN = 1_000;

/** The octets of a pcap file. `startedAt`: milliseconds since 1970. */
export function captureOf(turns: readonly TurnView[], startedAt: number): Uint8Array<ArrayBuffer> {
  const sent = connectionsIn(turns).flatMap((connection, index) => {
    const ends = { client: { address: CLIENT_ADDRESS, port: FIRST_PORT + index }, server: SERVER };
    return sentIn(connection, ends, 1_000 * startedAt);
  });
  return writeConnections(sent);
}

function connectionsIn(turns: readonly TurnView[]): readonly (readonly TurnView[])[] {
  const nameOf = ({ leg, connection }: TurnView) => `${leg} ${connection}`;
  const names = [...new Set(turns.map(nameOf))];
  return names.map((name) => turns.filter((turn) => nameOf(turn) === name));
}

function sentIn(turns: readonly TurnView[], ends: Ends, start: number): readonly SentBetween[] {
  const underWay: Passing[] = [];
  return turns.flatMap((turn) =>
    momentsIn(turn)
      .flatMap((moment) => passIn(moment, underWay))
      .map(({ from, segment }, index) => ({
        from,
        segment,
        time: start + TURN * turn.turn + WITHIN_TURN * index,
        ...(segment.wnd !== undefined && { window: segment.wnd }),
        ends,
      })),
  );
}

function momentsIn({ told, asks, closed }: TurnView): readonly Moment[] {
  return [...told.map((one) => ({ events: [one], outcomes: [one.outcome] })), { events: asks, outcomes: closed?.outcomes ?? [] }];
}

/** What arrives and is not under way passes just before: a copy, or what nobody sent. */
function passIn({ events, outcomes }: Moment, underWay: Passing[]): readonly Passing[] {
  const arriving = events.flatMap(({ at, event }) => (event.type === 'segment' ? [{ from: otherRole(at), segment: event.segment }] : []));
  const fromNowhere = arriving.filter((one) => !takeFrom(underWay, one));
  const sent = outcomes.flatMap(({ at, segment, lost }) => (segment ? [{ from: at, segment, lost }] : []));
  underWay.push(...sent.filter(({ lost }) => !lost));
  return [...fromNowhere, ...sent];
}

/** Whether it was under way; it is no longer. */
function takeFrom(underWay: Passing[], { from, segment }: Passing): boolean {
  const index = underWay.findIndex((one) => one.from === from && sameSegment(one.segment, segment));
  if (index >= 0) underWay.splice(index, 1);
  return index >= 0;
}
