/**
 * All that two endpoints and a wire can come to, made finite: fixed ISS, no data, one incarnation of each end, at most two calls an end,
 * at most two segments under way each way, at most one retransmission, and one fault of one kind or none. Canonical answers alone.
 */
import { CLOSED_ENDPOINT, type Endpoint } from '../tcp/endpoint.ts';
import { isRefusal } from '../tcp/rules.ts';
import { step } from '../tcp/step.ts';
import { otherRole, ROLES, type Event, type Role, type Segment } from '../tcp/vocabulary.ts';

export const FAULT_KINDS = ['none', 'loss', 'duplicate', 'reordering'] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** One joint state. */
export type Joint = {
  readonly endpoints: Readonly<Record<Role, Endpoint>>;
  /** Oldest first, by the end that they go to. */
  readonly wire: Readonly<Record<Role, readonly Segment[]>>;
  readonly callsLeft: Readonly<Record<Role, number>>;
  readonly retransmissionsLeft: number;
  readonly faultsLeft: number;
};

export type Space = {
  /** In the order in which they were found, by their distance from the beginning. */
  readonly layers: readonly (readonly Joint[])[];
  /** Steps that would have put a third segment on the wire, and were not taken. */
  readonly notTaken: number;
};

const ISS = { client: 100, server: 300 } as const;
const MOST_CALLS = 2;
const MOST_UNDER_WAY = 2;

const BEGINNING: Omit<Joint, 'faultsLeft'> = {
  endpoints: { client: CLOSED_ENDPOINT, server: CLOSED_ENDPOINT },
  wire: { client: [], server: [] },
  callsLeft: { client: MOST_CALLS, server: MOST_CALLS },
  retransmissionsLeft: 1,
};

/** Breadth first from two ends that are CLOSED. */
export function explore(kind: FaultKind): Space {
  const beginning: Joint = { ...BEGINNING, faultsLeft: kind === 'none' ? 0 : 1 };
  const seen = new Set([JSON.stringify(beginning)]);
  const layers: Joint[][] = [[beginning]];
  let notTaken = 0;
  for (let layer = layers[0] ?? []; layer.length > 0; ) {
    const next = layer.flatMap((joint) => successorsOf(joint, kind));
    notTaken += next.filter(isOverfull).length;
    layer = next.filter((joint) => !isOverfull(joint) && isNew(joint, seen));
    if (layer.length > 0) layers.push(layer);
  }
  return { layers, notTaken };
}

/** Notes the state as seen. */
function isNew(joint: Joint, seen: Set<string>): boolean {
  const key = JSON.stringify(joint);
  const isSeen = seen.has(key);
  seen.add(key);
  return !isSeen;
}

function isOverfull({ wire }: Joint): boolean {
  return ROLES.some((role) => wire[role].length > MOST_UNDER_WAY);
}

/** Every state one step away. */
export function successorsOf(joint: Joint, kind: FaultKind): readonly Joint[] {
  return ROLES.flatMap((at) => [...called(joint, at), ...arrived(joint, at), ...timedOut(joint, at), ...faulted(joint, at, kind)]);
}

const CALLS = ['open-active', 'open-passive', 'close', 'abort'] as const;

/** An end that is CLOSED opens only if it never was open. */
function called(joint: Joint, at: Role): readonly Joint[] {
  const { endpoints, callsLeft } = joint;
  const isSpent = endpoints[at].state === 'CLOSED' && callsLeft[at] < MOST_CALLS;
  if (isSpent || callsLeft[at] === 0) return [];
  const after = { ...joint, callsLeft: { ...callsLeft, [at]: callsLeft[at] - 1 } };
  return CALLS.flatMap((type) => stepped(after, at, { type, iss: ISS[at] }));
}

function arrived(joint: Joint, at: Role): readonly Joint[] {
  const [segment, ...others] = joint.wire[at];
  if (!segment) return [];
  return stepped({ ...joint, wire: { ...joint.wire, [at]: others } }, at, { type: 'segment', segment, iss: ISS[at] });
}

/** 2MSL outlasts every segment: it is not over while something is under way. */
function timedOut(joint: Joint, at: Role): readonly Joint[] {
  const { retransmissionsLeft } = joint;
  const isQuietWire = isQuiet(joint);
  return [
    ...(retransmissionsLeft > 0
      ? stepped({ ...joint, retransmissionsLeft: retransmissionsLeft - 1 }, at, { type: 'timeout', timer: 'retransmission' })
      : []),
    ...(isQuietWire ? stepped(joint, at, { type: 'timeout', timer: '2msl' }) : []),
  ];
}

export function isQuiet({ wire }: Joint): boolean {
  return ROLES.every((role) => wire[role].length === 0);
}

/** What the wire can do to the segments on their way to that end. */
function faulted(joint: Joint, to: Role, kind: FaultKind): readonly Joint[] {
  const segments = joint.wire[to];
  if (joint.faultsLeft === 0) return [];
  const becomes = (others: readonly Segment[]): Joint => ({
    ...joint,
    wire: { ...joint.wire, [to]: others },
    faultsLeft: joint.faultsLeft - 1,
  });
  switch (kind) {
    case 'none':
      return [];
    case 'loss':
      return segments.map((_, index) => becomes(segments.toSpliced(index, 1)));
    case 'duplicate':
      return segments.map((segment) => becomes([...segments, segment]));
    case 'reordering':
      return segments.length < 2 ? [] : [becomes(segments.toReversed())];
    default:
      return kind satisfies never;
  }
}

/** The state after the event, if it comes to more than an error. */
function stepped(joint: Joint, at: Role, event: Event): readonly Joint[] {
  const { endpoint, segments, rules } = step(joint.endpoints[at], event);
  if (rules.every(isRefusal)) return [];
  const to = otherRole(at);
  return [{ ...joint, endpoints: { ...joint.endpoints, [at]: endpoint }, wire: { ...joint.wire, [to]: [...joint.wire[to], ...segments] } }];
}
