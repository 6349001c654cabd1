/** What is under way between the two ends, and in which order it arrives. */
import { otherRole, ROLES, type Role, type Segment } from '../tcp/vocabulary.ts';
import type { Fate } from './script.ts';

/** `waits`: held back until it is released, until the next segment from the same end is under way, or for somebody's hand. */
export type Flight = { readonly segment: Segment; readonly waits?: 'for-release' | 'for-the-next' | 'for-a-hand' };

/** Oldest first, by the end that they go to. */
export type Wire = Readonly<Record<Role, readonly Flight[]>>;

/** What there is of each end, with that of one of them replaced. */
export function withRole<T>(of: Readonly<Record<Role, T>>, role: Role, value: T): Readonly<Record<Role, T>> {
  return role === 'client' ? { client: value, server: of.server } : { client: of.client, server: value };
}

export const EMPTY_WIRE: Wire = { client: [], server: [] };

const isFree = ({ waits }: Flight) => waits === undefined;
const freed = ({ segment }: Flight): Flight => ({ segment });

/** A segment goes out where nothing arrives by itself. */
export function putByHand(wire: Wire, to: Role, segment: Segment): Wire {
  return withRole(wire, to, [...wire[to], { segment, waits: 'for-a-hand' }]);
}

/** A segment goes out, and meets its fate. It overtakes what waits for it. */
export function put(wire: Wire, to: Role, segment: Segment, fate: Fate | null): Wire {
  const flights = flightsOf(segment, fate);
  const overtaken = flights.some(isFree) ? wire[to].filter(({ waits }) => waits === 'for-the-next') : [];
  const ahead = wire[to].filter((flight) => !overtaken.includes(flight));
  return withRole(wire, to, [...ahead, ...flights, ...overtaken.map(freed)]);
}

function flightsOf(segment: Segment, fate: Fate | null): readonly Flight[] {
  switch (fate) {
    case null:
      return [{ segment }];
    case 'lose':
      return [];
    case 'delay':
      return [{ segment, waits: 'for-release' }];
    case 'duplicate':
      return [{ segment }, { segment }];
    case 'reorder':
      return [{ segment, waits: 'for-the-next' }];
    default:
      return fate satisfies never;
  }
}

const isHeld = ({ waits }: Flight) => waits === 'for-release' || waits === 'for-a-hand';

/** Whether something will arrive by itself; to either end, or to one. */
export function isUnderWay(wire: Wire, to: readonly Role[] = ROLES): boolean {
  return to.some((role) => !wire[role].every(isHeld));
}

export function isHeldBack(wire: Wire): boolean {
  return ROLES.some((role) => wire[role].some(isHeld));
}

export function release(wire: Wire, from: Role): Wire {
  const to = otherRole(from);
  return withRole(wire, to, [...wire[to].filter((flight) => !isHeld(flight)), ...wire[to].filter(isHeld).map(freed)]);
}

/** The wire without that segment, or as it is where there is none; `nth`: from 1, the oldest. */
export function take(wire: Wire, to: Role, nth: number): Wire {
  return wire[to][nth - 1] === undefined ? wire : withRole(wire, to, wire[to].toSpliced(nth - 1, 1));
}

/** The segment under way to that end; `nth`: from 1, the oldest. */
export function underWay(wire: Wire, to: Role, nth: number): Segment | undefined {
  return wire[to][nth - 1]?.segment;
}

export type Arrival = { readonly at: Role; readonly segment: Segment };

/** The oldest segment to each end. What waits for a next segment waits no longer where nothing else is under way. */
export function takeOldest(wire: Wire): { readonly wire: Wire; readonly arrivals: readonly Arrival[] } {
  if (!ROLES.some((role) => wire[role].some(isFree))) return takeOldest(withoutNext(wire));
  const oldest = { client: wire.client.find(isFree), server: wire.server.find(isFree) };
  return {
    wire: { client: wire.client.filter((one) => one !== oldest.client), server: wire.server.filter((one) => one !== oldest.server) },
    arrivals: ROLES.flatMap((at) => (oldest[at] ? [{ at, segment: oldest[at].segment }] : [])),
  };
}

function withoutNext(wire: Wire): Wire {
  const free = (flights: readonly Flight[]) => flights.map((one) => (one.waits === 'for-the-next' ? freed(one) : one));
  return { client: free(wire.client), server: free(wire.server) };
}
