/** What may happen to an end besides what a script says: calls that scripts pass over, timers, segments from nowhere. */
import { arrival, forge, issOf, runsOut, type Happening } from '../scenarios/happenings.ts';
import type { Play } from '../scenarios/play.ts';
import { drawBetween, type Random } from '../scenarios/random.ts';
import type { Base, InjectItem } from '../scenarios/script.ts';
import { isUnderWay } from '../scenarios/wire.ts';
import { CALLS, type Call, type Event, type EventType, type Flag, type Role, type Timer } from '../tcp/vocabulary.ts';

/** Null where it would make no story. */
export type Extra = { readonly on: EventType; readonly happen: (play: Play, at: Role, random: Random) => Happening | null };

export const EXTRAS: readonly Extra[] = [
  ...CALLS.map((call): Extra => ({ on: call, happen: (play, at, random) => ({ at, event: callOf(play, at, call, random) }) })),
  ...(['retransmission', 'user'] as const).map(onQuietWire),
  ...[
    stray(['RST'], ['RCV.NXT', 0]),
    stray(['RST'], ['RCV.NXT', 500]),
    stray(['RST'], ['RCV.END', 1_000]),
    stray(['RST', 'ACK'], ['RCV.NXT', 0], ['SND.NXT', 0]),
    stray(['SYN'], ['RCV.NXT', 300]),
    stray(['SYN'], ['IRS', 0]),
    stray(['ACK'], ['RCV.NXT', 0], ['SND.NXT', 1_000]),
    stray(['ACK'], ['RCV.NXT', -100], ['SND.NXT', 0], 50),
    stray(['ACK'], ['RCV.NXT', 200], ['SND.NXT', 0], 100),
    stray(['FIN', 'ACK'], ['RCV.NXT', 200], ['SND.NXT', 0]),
    stray(['FIN', 'ACK'], ['RCV.NXT', -1], ['SND.NXT', 0]),
    stray(['FIN'], ['RCV.NXT', 0]),
  ],
];

function callOf(play: Play, at: Role, call: Call, random: Random): Event {
  const { state } = play.endpoints[at];
  const iss = state === 'CLOSED' || state === 'LISTEN' ? { iss: issOf(play, at) } : {};
  switch (call) {
    case 'send':
      return { type: call, len: 10 * drawBetween(random, 1, 50), ...iss };
    case 'open-active':
      return { type: call, ...iss };
    default:
      return { type: call };
  }
}

/** Timers outlast what is under way. */
function onQuietWire(timer: Timer): Extra {
  return { on: 'timeout', happen: ({ wire }, at) => (isUnderWay(wire) ? null : runsOut(at, timer)) };
}

function stray(flags: readonly Flag[], seq: readonly [Base, number], ack: readonly [Base, number] | null = null, len = 0): Extra {
  const count = ([of, plus]: readonly [Base, number]) => ({ of, plus });
  const item: Omit<InjectItem, 'at'> = { do: 'inject', flags, seq: count(seq), ack: ack && count(ack), len };
  return { on: 'segment', happen: (play, at) => (isSynchronised(play, at) ? arrival(play, at, forge(play, { ...item, at })) : null) };
}

/** Before that, the numbers that it is counted from are not there yet. */
function isSynchronised({ endpoints }: Play, at: Role): boolean {
  return !['CLOSED', 'LISTEN', 'SYN_SENT'].includes(endpoints[at].state);
}
