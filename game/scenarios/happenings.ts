/** What an item of a script makes happen, with the numbers that its ends have by then. */
import type { Endpoint } from '../tcp/endpoint.ts';
import { add } from '../tcp/sequence.ts';
import { otherRole, ROLES, type Event, type Role, type Segment, type Seq, type Timer } from '../tcp/vocabulary.ts';
import type { Count, InjectItem, Item, Leg } from './script.ts';

export type Happening = { readonly at: Role; readonly event: Event };

/** As much of a play as a happening hangs on. */
export type Situation = {
  readonly leg: Leg;
  readonly connection: number;
  readonly endpoints: Readonly<Record<Role, Endpoint>>;
  /** How often each end has chosen an ISS in this connection. */
  readonly chosen: Readonly<Record<Role, number>>;
  readonly closesAtFin: Readonly<Record<Role, boolean>>;
};

/** More than any connection of a script sends: a new ISS is larger than all numbers used before (§3.6.1, MAY-2). */
const NEXT_ISS = 10_000;

/** The ISS that the end takes if it chooses one now. */
export function issOf({ leg, connection, chosen }: Situation, at: Role): Seq {
  const first = (leg.numbers[connection] ?? leg.numbers.at(-1))?.[at] ?? 0;
  return add(first, NEXT_ISS * chosen[at]);
}

/** A segment arrives; with an ISS where the end may come to choose one. */
export function arrival(situation: Situation, at: Role, segment: Segment): Happening {
  const { state } = situation.endpoints[at];
  const mayChoose = state === 'LISTEN' || state === 'TIME_WAIT';
  const joins = situation.closesAtFin[at] && segment.flags.includes('FIN');
  const event: Event = { type: 'segment', segment, ...(mayChoose && { iss: issOf(situation, at) }), ...(joins && { joined: 'close' }) };
  return { at, event };
}

/** Empty where the item asks nothing of an endpoint. */
export function happeningsOf(situation: Situation, item: Item): readonly Happening[] {
  switch (item.do) {
    case 'call':
      return [calls(situation, item.at, item.call)];
    case 'send':
      return [sends(situation, item.at, item.len ?? 0)];
    case 'both':
      return ROLES.map((at) => calls(situation, at, item.call));
    case 'timeout':
      return [runsOut(item.at, item.timer)];
    case 'lose':
    case 'delay':
    case 'duplicate':
    case 'reorder':
    case 'release':
    case 'by-hand':
    case 'deliver':
    case 'drop':
    case 'copy':
    case 'inject':
    case 'crash':
    case 'close-at-fin':
    case 'settle':
    case 'wait':
    case 'tell':
    case 'ask':
    case 'new-connection':
      return [];
    default:
      return item satisfies never;
  }
}

function calls(situation: Situation, at: Role, call: Extract<Item, { do: 'call' }>['call']): Happening {
  const opens = call === 'open-active' || call === 'open-passive';
  return { at, event: { type: call, ...(opens && { iss: issOf(situation, at) }) } };
}

function sends(situation: Situation, at: Role, len: number): Happening {
  const opens = situation.endpoints[at].state === 'LISTEN';
  return { at, event: { type: 'send', len, ...(opens && { iss: issOf(situation, at) }) } };
}

export function runsOut(at: Role, timer: Timer): Happening {
  return { at, event: { type: 'timeout', timer } };
}

/** The segment that an injection puts on the wire. */
export function forge(situation: Situation, { at, flags, seq, ack, len, wnd }: InjectItem): Segment {
  const known = ({ of, plus }: Count) => add(baseOf(situation, at, of), plus);
  return { flags, seq: known(seq), ack: ack && known(ack), len, ...(wnd !== undefined && { wnd }) };
}

function baseOf({ endpoints }: Situation, at: Role, base: Count['of']): Seq {
  const { iss, irs, sndUna, sndNxt, rcvNxt, rcvWnd } = endpoints[at];
  switch (base) {
    case '0':
      return 0;
    case 'ISS':
      return iss;
    case 'IRS':
      return irs;
    case 'SND.UNA':
      return sndUna;
    case 'SND.NXT':
      return sndNxt;
    case 'RCV.NXT':
      return rcvNxt;
    case 'RCV.END':
      return add(rcvNxt, rcvWnd);
    case 'PEER.ISS':
      return endpoints[otherRole(at)].iss;
    default:
      return base satisfies never;
  }
}
