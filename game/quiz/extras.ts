/** What may happen to an end besides what a script says. */
import { arrival, forge, issOf, runsOut, type Happening } from '../scenarios/happenings.ts';
import type { Play } from '../scenarios/play.ts';
import { drawBetween, type Random } from '../scenarios/random.ts';
import type { Base, InjectItem } from '../scenarios/script.ts';
import { isUnderWay } from '../scenarios/wire.ts';
import { add } from '../tcp/sequence.ts';
import { CALLS, otherRole, type Call, type Event, type EventType, type Flag, type Role, type Seq, type Timer } from '../tcp/vocabulary.ts';

/** Null where it would make no story. */
export type Extra = { readonly on: EventType; readonly happen: (play: Play, at: Role, random: Random) => Happening | null };

const ACK: readonly Flag[] = ['ACK'];
const FIN_ACK: readonly Flag[] = ['FIN', 'ACK'];
const RST_ACK: readonly Flag[] = ['RST', 'ACK'];
const SYN_ACK: readonly Flag[] = ['SYN', 'ACK'];
/** What the peer sends that has nothing new to say. */
const NEXT = [
  ['RCV.NXT', 0],
  ['SND.NXT', 0],
] as const;

/** Calls that scripts pass over, timers, and segments from nowhere. */
export const EXTRAS: readonly Extra[] = [
  ...CALLS.map((call): Extra => ({ on: call, happen: (play, at, random) => ({ at, event: callOf(play, at, call, random) }) })),
  onQuietWire('retransmission'),
  onQuietWire('user'),
  stray(['RST'], ['RCV.NXT', 0]),
  stray(['RST'], ['RCV.NXT', 500]),
  stray(['RST'], ['RCV.END', 1_000]),
  stray(RST_ACK, ...NEXT),
  stray(['SYN'], ['RCV.NXT', 300]),
  stray(['SYN'], ['IRS', 0]),
  stray(ACK, ['RCV.NXT', 0], ['SND.NXT', 1_000]),
  stray(ACK, ['RCV.NXT', -100], ['SND.NXT', 0], 50),
  stray(ACK, ['RCV.NXT', 200], ['SND.NXT', 0], 100),
  stray(FIN_ACK, ['RCV.NXT', 200], ['SND.NXT', 0]),
  stray(FIN_ACK, ['RCV.NXT', -1], ['SND.NXT', 0]),
  stray(['FIN'], ['RCV.NXT', 0]),
  early(['RST'], 1),
  early(RST_ACK, 1, 1),
  early(RST_ACK, 1, 500),
  early(ACK, 1, 500),
  early(SYN_ACK, 0, 500),
  early(['FIN'], 1),
];

/** What an end expects, of which a script may have nothing at that time. */
export const USUAL: readonly Extra[] = [
  stray(ACK, ...NEXT),
  stray(ACK, ...NEXT, 100),
  stray(FIN_ACK, ...NEXT),
  early(['SYN'], 0),
  early(SYN_ACK, 0, 1),
  early(ACK, 1, 1),
];

function callOf(play: Play, at: Role, call: Call, random: Random): Event {
  const { state } = play.endpoints[at];
  switch (call) {
    case 'send':
      return { type: call, len: 10 * drawBetween(random, 1, 50), ...(state === 'LISTEN' && { iss: issOf(play, at) }) };
    case 'open-active':
      return { type: call, ...((state === 'CLOSED' || state === 'LISTEN') && { iss: issOf(play, at) }) };
    default:
      return { type: call };
  }
}

/** Timers outlast what is under way. */
function onQuietWire(timer: Timer): Extra {
  return { on: 'timeout', happen: ({ wire }, at) => (isUnderWay(wire) ? null : runsOut(at, timer)) };
}

type Offset = readonly [Base, number];

/** A segment to an end that knows the numbers of its peer, counted from its variables. */
function stray(flags: readonly Flag[], seq: Offset, ack: Offset | null = null, len = 0): Extra {
  const count = ([of, plus]: Offset) => ({ of, plus });
  const item: Omit<InjectItem, 'at'> = { do: 'inject', flags, seq: count(seq), ack: ack && count(ack), len };
  return { on: 'segment', happen: (play, at) => (knowsItsPeer(play, at) ? arrival(play, at, forge(play, { ...item, at })) : null) };
}

/** A segment to an end that knows of no peer yet: counted from the numbers with which both would begin. */
function early(flags: readonly Flag[], seq: number, ack: number | null = null): Extra {
  const counted = (play: Play, role: Role, plus: number): Seq => add(play.endpoints[role].iss || issOf(play, role), plus);
  return {
    on: 'segment',
    happen: (play, at) => {
      const segment = { flags, seq: counted(play, otherRole(at), seq), ack: ack === null ? null : counted(play, at, ack), len: 0 };
      return knowsItsPeer(play, at) ? null : arrival(play, at, segment);
    },
  };
}

function knowsItsPeer({ endpoints }: Play, at: Role): boolean {
  return !['CLOSED', 'LISTEN', 'SYN_SENT'].includes(endpoints[at].state);
}
