/** The state diagram as a control: where the arrow keys lead, and that a finger finds every state. */
import { describe, expect, test } from 'vitest';
import { DIAGRAM } from '#game/tcp/diagram.ts';
import { STATES, type State } from '#game/tcp/vocabulary.ts';
import { DIRECTIONS, type Direction, neighbour, NODE, PLACES, TARGET, WIDTH } from '#components/state-diagram/places.ts';
import { endOf, routeOf, stretchPath } from '#components/state-diagram/routes.ts';

const KEYS = Object.keys(DIRECTIONS) as Direction[];

describe('the arrow keys', () => {
  test.each<[State, Direction, State]>([
    ['CLOSED', 'ArrowDown', 'LISTEN'],
    ['LISTEN', 'ArrowLeft', 'SYN_RCVD'],
    ['LISTEN', 'ArrowRight', 'SYN_SENT'],
    ['FIN_WAIT_1', 'ArrowRight', 'CLOSING'],
    ['CLOSING', 'ArrowRight', 'CLOSE_WAIT'],
    ['CLOSE_WAIT', 'ArrowDown', 'LAST_ACK'],
    ['FIN_WAIT_2', 'ArrowRight', 'LAST_ACK'],
    ['FIN_WAIT_2', 'ArrowDown', 'TIME_WAIT'],
    ['CLOSED', 'ArrowUp', 'CLOSED'],
    ['TIME_WAIT', 'ArrowDown', 'TIME_WAIT'],
  ])('lead from %s by %s to %s', (from, key, to) => {
    expect(neighbour(from, key)).toBe(to);
  });

  test('lead from every state to every other', () => {
    for (const start of STATES) {
      const reached = new Set<State>([start]);
      for (const state of reached) for (const key of KEYS) reached.add(neighbour(state, key));
      expect(reached.size).toBe(STATES.length);
    }
  });
});

test('on a phone of 360 px a state is at least 44 px high and wide for a finger, and no two overlap', () => {
  const scale = (360 - 2 * 16) / WIDTH;
  expect(Math.min(TARGET.width, TARGET.height) * scale).toBeGreaterThanOrEqual(44);
  for (const a of STATES) {
    for (const b of STATES.slice(0, STATES.indexOf(a))) {
      const apart = Math.abs(PLACES[a].x - PLACES[b].x) >= TARGET.width || Math.abs(PLACES[a].y - PLACES[b].y) >= TARGET.height;
      expect(apart, `${a} and ${b}`).toBe(true);
    }
  }
});

/** The points that a path names; curves stay within theirs. */
function pointsOf(path: string): readonly { x: number; y: number }[] {
  const at = { x: 0, y: 0 };
  return [...path.matchAll(/([MLCQHV]?)\s*(-?\d+)(?:\s+(-?\d+))?/g)].map(([, command, first, second]) => {
    if (command === 'V') at.y = Number(first);
    else if (command === 'H' || second === undefined) at.x = Number(first);
    else Object.assign(at, { x: Number(first), y: Number(second) });
    return { ...at };
  });
}

describe.each(DIAGRAM.map(({ from, to }) => [from, to] as const))('the arrow from %s to %s', (from, to) => {
  const points = pointsOf(routeOf({ from, to }, true));
  const rimOf = (state: State, point: { x: number; y: number } | undefined) =>
    Math.max(Math.abs((point?.x ?? 0) - PLACES[state].x) - NODE.width / 2, Math.abs((point?.y ?? 0) - PLACES[state].y) - NODE.height / 2);

  test('begins at the rim of the one and ends at the rim of the other', () => {
    expect(Math.abs(rimOf(from, points[0]))).toBeLessThanOrEqual(4);
    expect(Math.abs(rimOf(to, points.at(-1)))).toBeLessThanOrEqual(4);
  });
});

test('a path is stretched along each axis, whatever its commands', () => {
  expect(stretchPath('M10 20 C 1 2 3 4 5 6 H 7 V -8', { x: 2, y: 0.5 })).toBe('M20 10C2 1 6 2 10 3H14V-4');
  expect(stretchPath('M10 20 L 30 40', { x: 1, y: 1 })).toBe('M10 20 L 30 40');
});

test.each([
  ['M0 0 L 10 10', { x: 10, y: 10, degrees: 45 }],
  ['M60 300 V 328 Q 60 338 70 338 H 127', { x: 127, y: 338, degrees: 0 }],
  ['M223 30 C 282 34 310 66 310 113', { x: 310, y: 113, degrees: 90 }],
  ['M348 26 Q 348 16 338 16 H 225', { x: 225, y: 16, degrees: 180 }],
])('the head of %s stands at its end, turned as it comes there', (path, end) => {
  expect(endOf(path)).toEqual(end);
});
