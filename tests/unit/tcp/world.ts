/** Two endpoints and a wire that may lose, double and reorder, for properties. An ISS is larger than all numbers used before (§3.4.1). */
import fc from 'fast-check';
import { CLOSED_ENDPOINT, type Endpoint } from '#game/tcp/endpoint.ts';
import { step } from '#game/tcp/step.ts';
import { otherRole, ROLES, type Event, type Role, type Segment } from '#game/tcp/vocabulary.ts';

export type World = {
  readonly ends: Readonly<Record<Role, Endpoint>>;
  /** What is under way, oldest first, by the end that it goes to. */
  readonly wire: Readonly<Record<Role, readonly Segment[]>>;
  /** All that was ever sent, by the end that it went to. */
  readonly sent: Readonly<Record<Role, readonly Segment[]>>;
  readonly nextIss: number;
};

export const BEGINNING: World = {
  ends: { client: CLOSED_ENDPOINT, server: CLOSED_ENDPOINT },
  wire: { client: [], server: [] },
  sent: { client: [], server: [] },
  nextIss: 1_000,
};

/** `index` picks one of what is under way, or of what was sent, modulo how much there is. */
export type Move =
  | { readonly do: 'event'; readonly at: Role; readonly event: Event }
  | { readonly do: 'deliver' | 'lose' | 'double' | 'replay'; readonly at: Role; readonly index: number };

export function happen(world: World, at: Role, event: Event): World {
  const { endpoint, segments } = step(world.ends[at], { ...event, iss: world.nextIss });
  const to = otherRole(at);
  return {
    ends: { ...world.ends, [at]: endpoint },
    wire: { ...world.wire, [to]: [...world.wire[to], ...segments] },
    sent: { ...world.sent, [to]: [...world.sent[to], ...segments] },
    nextIss: world.nextIss + 100_000,
  };
}

export function apply(world: World, move: Move): World {
  if (move.do === 'event') return happen(world, move.at, move.event);
  const { at } = move;
  const list = move.do === 'replay' ? world.sent[at] : world.wire[at];
  const segment = list[move.index % list.length];
  if (!segment) return world;
  const without = { ...world, wire: { ...world.wire, [at]: world.wire[at].filter((one) => one !== segment) } };
  switch (move.do) {
    case 'lose':
      return without;
    case 'deliver':
      return happen(without, at, { type: 'segment', segment });
    case 'double':
    case 'replay':
      return { ...world, wire: { ...world.wire, [at]: [...world.wire[at], { ...segment }] } };
    default:
      return move satisfies never;
  }
}

/** Delivers the oldest segment each way, until the wire is quiet; null where it is not within so many deliveries. */
export function quieten(world: World, most: number): World | null {
  let [now, left] = [world, most];
  for (let at = ROLES.find((role) => now.wire[role].length > 0); at; at = ROLES.find((role) => now.wire[role].length > 0)) {
    if (left === 0) return null;
    [now, left] = [apply(now, { do: 'deliver', at, index: 0 }), left - 1];
  }
  return now;
}

const roles = fc.constantFrom(...ROLES);
/** Mostly the oldest one. */
const indices = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(20) });
const deliveries = fc.record({ do: fc.constant('deliver' as const), at: roles, index: indices });
const faults = fc.record({ do: fc.constantFrom('lose' as const, 'double' as const, 'replay' as const), at: roles, index: indices });

/** Histories with these events, the rare ones now and then; the wire loses and doubles, and whatever was ever sent may arrive once more. */
export function histories(events: readonly Event[], rare: readonly Event[] = []): fc.Arbitrary<readonly Move[]> {
  const happening = (some: readonly Event[]) =>
    fc.record({ do: fc.constant('event' as const), at: roles, event: fc.constantFrom(...some) });
  const move = fc.oneof(
    { weight: 12, arbitrary: deliveries },
    { weight: 2, arbitrary: faults },
    { weight: 6, arbitrary: happening(events) },
    { weight: rare.length > 0 ? 1 : 0, arbitrary: happening(rare.length > 0 ? rare : events) },
  );
  return fc.array(move, { minLength: 10, maxLength: 60, size: 'max' });
}
