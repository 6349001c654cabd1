/** Where the states lie: as in Figure 5 of RFC 9293, on a ground of 352 by 364. */
import { STATES, type State } from '#game/tcp/vocabulary.ts';

export const WIDTH = 352;
export const HEIGHT = 364;
export const NODE = { width: 94, height: 28 } as const;
/** What answers to a finger: 44 px and more on a phone of 360 px. */
export const TARGET = { width: 112, height: 50 } as const;

export type Place = { readonly x: number; readonly y: number };

const [LEFT, MIDDLE, RIGHT] = [60, 176, 292];

export const PLACES: Readonly<Record<State, Place>> = {
  CLOSED: { x: MIDDLE, y: 26 },
  LISTEN: { x: MIDDLE, y: 78 },
  SYN_RCVD: { x: LEFT, y: 130 },
  SYN_SENT: { x: RIGHT, y: 130 },
  ESTABLISHED: { x: MIDDLE, y: 182 },
  FIN_WAIT_1: { x: LEFT, y: 234 },
  CLOSING: { x: MIDDLE, y: 234 },
  CLOSE_WAIT: { x: RIGHT, y: 234 },
  FIN_WAIT_2: { x: LEFT, y: 286 },
  LAST_ACK: { x: RIGHT, y: 286 },
  TIME_WAIT: { x: MIDDLE, y: 338 },
};

export const DIRECTIONS = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
} as const;
export type Direction = keyof typeof DIRECTIONS;

/** The state that lies next in a direction; the same one at the rim. */
export function neighbour(from: State, direction: Direction): State {
  const costs = STATES.map((state) => ({ state, cost: costOf(PLACES[from], PLACES[state], DIRECTIONS[direction]) }));
  const nearest = costs.reduce((best, one) => (one.cost < best.cost ? one : best));
  return nearest.cost === Number.POSITIVE_INFINITY ? from : nearest.state;
}

/** Distance along the direction, with what lies aside counted threefold. */
function costOf(from: Place, to: Place, { x, y }: Place): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const ahead = dx * x + dy * y;
  return ahead <= 0 ? Number.POSITIVE_INFINITY : ahead + 3 * Math.abs(dx * y + dy * x);
}
