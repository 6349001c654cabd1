/** The lines between the states, as SVG paths. Those of Figure 5 that would cross a state take a way of their own. */
import type { State } from '#game/tcp/vocabulary.ts';
import type { Edge } from '#components/duel-props.ts';
import { NODE, PLACES, type Place } from './places.ts';

const ROUTES: Readonly<Record<string, string>> = {
  'CLOSED-SYN_SENT': 'M223 30 C 282 34 310 66 310 113',
  'SYN_SENT-CLOSED': 'M286 116 C 284 82 258 56 216 42',
  'SYN_RCVD-LISTEN': 'M42 116 C 42 86 84 76 127 74',
  'LISTEN-SYN_RCVD': 'M140 92 L 92 114',
  'LISTEN-SYN_SENT': 'M212 92 L 260 114',
  'SYN_RCVD-CLOSED': 'M24 116 C 24 52 76 26 127 22',
  'SYN_RCVD-FIN_WAIT_1': 'M21 144 V 217',
  'SYN_RCVD-ESTABLISHED': 'M92 144 L 140 166',
  'SYN_SENT-ESTABLISHED': 'M260 144 L 212 166',
  'ESTABLISHED-FIN_WAIT_1': 'M140 196 L 92 218',
  'ESTABLISHED-CLOSE_WAIT': 'M212 196 L 260 218',
  'FIN_WAIT_1-TIME_WAIT': 'M104 248 L 146 322',
  'FIN_WAIT_2-TIME_WAIT': 'M60 300 V 328 Q 60 338 70 338 H 127',
  'LAST_ACK-CLOSED': 'M339 286 Q 348 286 348 277 V 26 Q 348 16 338 16 H 225',
  'TIME_WAIT-CLOSED': 'M223 338 H 338 Q 348 338 348 328 V 26 Q 348 16 338 16 H 225',
};

export function routeOf({ from, to }: Edge, isTwoWay: boolean): string {
  return ROUTES[`${from}-${to}`] ?? straight(from, to, isTwoWay ? 7 : 0);
}

/** From rim to rim. `aside` moves it to the right of its direction, so that the way back does not lie on it. */
function straight(from: State, to: State, aside: number): string {
  const [a, b] = [PLACES[from], PLACES[to]];
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const unit = { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
  const shift = { x: -unit.y * aside, y: unit.x * aside };
  const rim = rimDistance(unit);
  const start = along(a, unit, rim, shift);
  const end = along(b, unit, -rim - 2, shift);
  return `M${start.x} ${start.y} L ${end.x} ${end.y}`;
}

function along(place: Place, unit: Place, distance: number, shift: Place): Place {
  return { x: Math.round(place.x + unit.x * distance + shift.x), y: Math.round(place.y + unit.y * distance + shift.y) };
}

/** From the middle of a state to its rim. */
function rimDistance(unit: Place): number {
  return Math.min(Math.abs(NODE.width / 2 / unit.x), Math.abs(NODE.height / 2 / unit.y));
}

export type Stretch = { readonly x: number; readonly y: number };

/** The same path on a wider or a lower ground. Of the commands of SVG, H and V have one axis; the others go in pairs. */
export function stretchPath(path: string, { x, y }: Stretch): string {
  if (x === 1 && y === 1) return path;
  return path.replace(/([A-Z])([^A-Z]*)/g, (_, command: string, numbers: string) => {
    const scaled = [...numbers.matchAll(/-?[\d.]+/g)].map(([number], index) => Number(number) * axisOf(command, index, x, y));
    return `${command}${scaled.map((number) => Math.round(number * 10) / 10).join(' ')}`;
  });
}

function axisOf(command: string, index: number, x: number, y: number): number {
  if (command === 'H') return x;
  return command === 'V' || index % 2 === 1 ? y : x;
}

/** Where a path ends, and the direction in which it comes there, in degrees clockwise from rightwards. */
export function endOf(path: string): Place & { readonly degrees: number } {
  let [from, to]: [Place, Place] = [
    { x: 0, y: 0 },
    { x: 0, y: 0 },
  ];
  for (const [, command = '', text = ''] of path.matchAll(/([A-Z])([^A-Z]*)/g)) {
    const numbers = [...text.matchAll(/-?[\d.]+/g)].map(Number);
    for (const point of pointsOf(command, numbers, to)) [from, to] = [to, point];
  }
  return { ...to, degrees: Math.round((Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI) };
}

/** Those that a command names, the ones that only bend a curve among them: its end comes from the last of these. */
function pointsOf(command: string, numbers: readonly number[], at: Place): readonly Place[] {
  const [first = 0] = numbers;
  if (command === 'H') return [{ x: first, y: at.y }];
  if (command === 'V') return [{ x: at.x, y: first }];
  return numbers.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: numbers[index + 1] ?? 0 }] : []));
}
