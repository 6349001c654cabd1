/** How large the diagram is drawn, and where the words lie on its arrows. */
import type { State } from '#game/tcp/vocabulary.ts';
import { HEIGHT, NODE, PLACES, WIDTH, type Place } from '#components/state-diagram/places.ts';
import type { Stretch } from '#components/state-diagram/routes.ts';

export type Ground = {
  readonly stretch: Stretch;
  readonly fontSize: number;
  /** Whether the arrows have room for their words. */
  readonly hasWords: boolean;
};

/** For a phone: an arrow between two states has room for a finger. */
export const NARROW: Ground = { stretch: { x: 1, y: 1.24 }, fontSize: 12, hasWords: false };
/** For a desktop and for slides. */
export const WIDE: Ground = { stretch: { x: 2.1, y: 1.46 }, fontSize: 16, hasWords: true };

/** Room above the uppermost state, in pixels. */
export const ABOVE = 10;

export function sizeOf({ stretch }: Ground): { readonly width: number; readonly height: number } {
  return { width: WIDTH * stretch.x, height: HEIGHT * stretch.y + ABOVE };
}

export function viewBoxOf(ground: Ground): string {
  const { width, height } = sizeOf(ground);
  return `0 ${-ABOVE} ${width} ${height}`;
}

export function placeOf(state: State, { stretch }: Ground): Place {
  return { x: PLACES[state].x * stretch.x, y: PLACES[state].y * stretch.y };
}

/** Its edges are where the routes end. */
export function boxOf({ stretch }: Ground): { readonly width: number; readonly height: number } {
  return { width: NODE.width * stretch.x, height: NODE.height * stretch.y };
}

/** In pixels of the wide ground: the letters of an arrow, and its lines. */
export const WORDS = { size: 11, line: 13 } as const;

/** Of the words of an arrow: where their first line stands, on the ground of `places.ts`, and which of their ends does. */
type WordPlace = Place & { readonly anchor: 'start' | 'middle' | 'end' };

export const WORD_PLACES: Readonly<Record<string, WordPlace>> = {
  'CLOSED-LISTEN': { x: 164, y: 54, anchor: 'end' },
  'LISTEN-CLOSED': { x: 187, y: 54, anchor: 'start' },
  'CLOSED-SYN_SENT': { x: 306, y: 52, anchor: 'start' },
  'SYN_SENT-CLOSED': { x: 268, y: 88, anchor: 'end' },
  'LISTEN-SYN_SENT': { x: 218, y: 105, anchor: 'end' },
  'LISTEN-SYN_RCVD': { x: 134, y: 105, anchor: 'start' },
  'SYN_RCVD-LISTEN': { x: 70, y: 98, anchor: 'start' },
  'SYN_SENT-SYN_RCVD': { x: 176, y: 124, anchor: 'middle' },
  'SYN_RCVD-ESTABLISHED': { x: 112, y: 150, anchor: 'start' },
  'SYN_SENT-ESTABLISHED': { x: 240, y: 150, anchor: 'end' },
  'SYN_RCVD-FIN_WAIT_1': { x: 26, y: 178, anchor: 'start' },
  'ESTABLISHED-FIN_WAIT_1': { x: 104, y: 201, anchor: 'end' },
  'ESTABLISHED-CLOSE_WAIT': { x: 248, y: 201, anchor: 'start' },
  'FIN_WAIT_1-CLOSING': { x: 118, y: 256, anchor: 'start' },
  'FIN_WAIT_1-FIN_WAIT_2': { x: 56, y: 258, anchor: 'end' },
  'FIN_WAIT_1-TIME_WAIT': { x: 173, y: 281, anchor: 'end' },
  'CLOSING-TIME_WAIT': { x: 180, y: 300, anchor: 'start' },
  'FIN_WAIT_2-TIME_WAIT': { x: 66, y: 318, anchor: 'start' },
  'CLOSE_WAIT-LAST_ACK': { x: 288, y: 258, anchor: 'end' },
  'LAST_ACK-CLOSED': { x: 345, y: 266, anchor: 'end' },
  'TIME_WAIT-CLOSED': { x: 232, y: 330, anchor: 'start' },
};
