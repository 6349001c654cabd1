/** All joint states of two endpoints and a wire, counted, and what holds in every one of them. How to check the numbers: docs/decisions/joint-states.md. */
import { describe, expect, test } from 'vitest';
import { explore, FAULT_KINDS, isQuiet, successorsOf, type FaultKind, type Joint } from '#game/scenarios/explore.ts';
import { ROLES, STATES } from '#game/tcp/vocabulary.ts';

const SPACES = new Map(FAULT_KINDS.map((kind) => [kind, explore(kind)]));

function jointsOf(kind: FaultKind): readonly Joint[] {
  return SPACES.get(kind)?.layers.flat() ?? [];
}

function countsOf(kind: FaultKind) {
  const { layers = [], notTaken } = SPACES.get(kind) ?? {};
  const joints = layers.flat();
  return {
    states: joints.length,
    quiet: joints.filter(isQuiet).length,
    pairs: new Set(joints.map(pairOf)).size,
    nearest: layers.slice(0, 5).map((layer) => layer.length),
    furthest: layers.length - 1,
    notTaken,
  };
}

/** "ESTABLISHED SYN_RCVD", client first. */
function pairOf({ endpoints }: Joint): string {
  return `${endpoints.client.state} ${endpoints.server.state}`;
}

/** `quiet`: nothing under way. `pairs`: of the client's state and the server's. `nearest`: how many are 0, 1, 2, 3 and 4 steps away. */
const COUNTS = {
  none: { states: 2343, quiet: 108, pairs: 48, nearest: [1, 4, 14, 36, 78], furthest: 15, notTaken: 884 },
  loss: { states: 7187, quiet: 537, pairs: 54, nearest: [1, 4, 16, 46, 111], furthest: 16, notTaken: 1914 },
  duplicate: { states: 8503, quiet: 230, pairs: 48, nearest: [1, 4, 16, 48, 121], furthest: 17, notTaken: 8126 },
  reordering: { states: 8361, quiet: 231, pairs: 50, nearest: [1, 4, 14, 38, 92], furthest: 17, notTaken: 3884 },
} as const satisfies Record<FaultKind, unknown>;

describe.each(FAULT_KINDS)('under a fault of kind %s', (kind) => {
  test('the joint states are counted', () => {
    expect(countsOf(kind)).toEqual(COUNTS[kind]);
  });

  test('depth first finds as many as breadth first', () => {
    const seen = new Set<string>();
    const ahead = jointsOf(kind).slice(0, 1);
    for (let joint = ahead.pop(); joint; joint = ahead.pop()) {
      const key = JSON.stringify(joint);
      if (seen.has(key) || ROLES.some((role) => (joint?.wire[role].length ?? 0) > 2)) continue;
      seen.add(key);
      ahead.push(...successorsOf(joint, kind));
    }
    expect(seen.size).toBe(COUNTS[kind].states);
  });

  test('nobody is favoured: each pair of states is there as often as its mirror image', () => {
    const counts = new Map<string, number>();
    for (const joint of jointsOf(kind)) counts.set(pairOf(joint), (counts.get(pairOf(joint)) ?? 0) + 1);
    for (const [pair, count] of counts) expect([pair, counts.get(pair.split(' ').toReversed().join(' '))]).toEqual([pair, count]);
  });

  test('nothing leaves the eleven states, and no event sends more than one segment', () => {
    for (const joint of jointsOf(kind)) {
      expect(ROLES.every((role) => STATES.includes(joint.endpoints[role].state))).toBe(true);
      const underWay = (one: Joint) => one.wire.client.length + one.wire.server.length;
      expect(successorsOf(joint, kind).every((next) => underWay(next) <= underWay(joint) + 1)).toBe(true);
    }
  });
});

/** Where one end is ESTABLISHED and the other is not, though nothing is under way; the other end's state, and why. */
const EXCEPTIONS: Readonly<Record<FaultKind, Readonly<Record<string, string>>>> = {
  none: {},
  loss: {
    SYN_RCVD: 'the ACK of the handshake is lost; the SYN,ACK will be repeated',
    FIN_WAIT_1: 'the FIN is lost, and will be repeated',
    CLOSED: 'the RST of an ABORT is lost: half open (§3.5.1), until the other end sends something',
  },
  duplicate: {},
  reordering: { FIN_WAIT_1: 'the FIN has overtaken the SYN,ACK and was dropped in SYN_SENT; it will be repeated' },
};

describe.each(FAULT_KINDS)('on a quiet wire, after a fault of kind %s', (kind) => {
  const parted = jointsOf(kind)
    .filter(isQuiet)
    .flatMap(({ endpoints: { client, server } }) => [
      { established: client, other: server },
      { established: server, other: client },
    ])
    .filter(({ established, other }) => established.state === 'ESTABLISHED' && other.state !== 'ESTABLISHED');

  test('one side is ESTABLISHED exactly when the other is, but for the exceptions that are named', () => {
    expect(new Set(parted.map(({ other }) => other.state))).toEqual(new Set(Object.keys(EXCEPTIONS[kind])));
  });

  test('and in those a timer puts it right, unless the other end knows of nothing any more', () => {
    for (const { other } of parted) expect(other.unacked.length > 0).toBe(other.state !== 'CLOSED');
  });
});
