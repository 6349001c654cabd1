/** From the layout's heights and reaches to pixels, for one width of the board. */
import type { Role } from '#game/tcp/vocabulary.ts';
import type { Arrow, Point } from './shapes.ts';

export type Frame = { readonly width: number; readonly isCompact: boolean; readonly x: Readonly<Record<Role, number>> };

const COMPACT_BELOW = 520;
const MARGIN = { compact: 54, wide: 146 } as const;

export function frameOf(width: number): Frame {
  const isCompact = width < COMPACT_BELOW;
  const margin = isCompact ? MARGIN.compact : MARGIN.wide;
  return { width, isCompact, x: { client: margin, server: width - margin } };
}

export type Line = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number; readonly length: number };

export function lineOf({ from, start, end }: Arrow, { x }: Frame): Line {
  const across = ({ reach }: Point) =>
    from === 'client' ? x.client + reach * (x.server - x.client) : x.server - reach * (x.server - x.client);
  const [x1, x2] = [across(start), across(end)];
  return { x1, y1: start.y, x2, y2: end.y, length: Math.hypot(x2 - x1, end.y - start.y) };
}

/** In degrees, in tenths: browsers and Node differ in the last digits of an arctangent. */
export function angleOf({ x1, y1, x2, y2 }: Line): number {
  return Math.round((Math.atan2(y2 - y1, x2 - x1) * 1800) / Math.PI) / 10;
}

/**
 * Between what stands at the two ends of an arrow and what crosses it, in pixels along it. A label that is too long for an
 * arrow that does not arrive goes on beyond its end.
 */
export function labelSpan(
  { label, start, end }: Arrow,
  { length }: Line,
  { isCompact }: Frame,
  words: readonly string[],
): { readonly from: number; readonly to: number } {
  const chip = isCompact ? 46 : 54;
  const from = label.from === 0 ? chip : label.from * length + 10;
  if (label.to < 1) return { from, to: label.to * length - 10 };
  const whole = length * ((1 - start.reach) / (end.reach - start.reach)) - chip;
  const wanted = Math.max(length - 14, from + textWidth(words.join(' '), LARGEST.wide));
  return { from, to: Math.min(whole, wanted) };
}

/** An SVG transform to a place along the arrow, turned with it so that text stays upright. */
export function placeLabel(line: Line, along: number): string {
  const share = along / line.length;
  const angle = angleOf(line);
  const upright = Math.abs(angle) > 90 ? angle - 180 * Math.sign(angle) : angle;
  return `translate(${Math.round(line.x1 + share * (line.x2 - line.x1))} ${Math.round(line.y1 + share * (line.y2 - line.y1))}) rotate(${upright})`;
}

/** Of the letters of a label, in pixels. */
const LARGEST = { compact: 11, wide: 12.5 } as const;
const SMALLEST = 10;

/** The width of a Latin letter of the monospace face, in em. A Chinese one is 1 em wide. */
const LETTER = 0.6;

/** From the middle of a line of capitals down to its baseline. `dominant-baseline` is not known to every program that shows SVG. */
export const MIDDLE = '0.36em';

/** In pixels. */
export function textWidth(text: string, size: number): number {
  return Array.from(text).reduce((width, letter) => width + (letter > '\u2e80' ? 1 : LETTER) * size, 0);
}

export type FittedLabel = { readonly lines: readonly string[]; readonly size: number };

/**
 * A label in as few lines as the room along its arrow allows. A somewhat smaller letter comes before a second line, the
 * smallest before a third. The words, flags being one, stay whole.
 */
export function fitLabel(words: readonly string[], room: number, { isCompact }: Frame): FittedLabel {
  const largest = isCompact ? LARGEST.compact : LARGEST.wide;
  const tries = [
    ...[largest, largest - 1].map((size) => ({ most: 1, size })),
    ...[largest, largest - 1, SMALLEST].map((size) => ({ most: 2, size })),
  ];
  const fitted = tries.map(({ most, size }) => ({ lines: breakLines(words, most, Math.floor(room / (size * LETTER))), size }));
  const first = fitted.find(({ lines }) => lines !== null);
  return { lines: first?.lines ?? words, size: first?.size ?? largest - 1 };
}

/** In one line, or in two that are as even as can be; null where `most` lines of `letters` do not hold the words. */
function breakLines(words: readonly string[], most: number, letters: number): readonly string[] | null {
  const splits = words
    .slice(0, most === 1 ? 1 : words.length)
    .map((_, index) => [words.slice(0, index).join(' '), words.slice(index).join(' ')].filter(Boolean));
  const fitting = splits.filter((lines) => longest(lines) <= letters);
  return fitting.toSorted((a, b) => longest(a) - longest(b))[0] ?? null;
}

function longest(lines: readonly string[]): number {
  return Math.max(...lines.map((line) => line.length));
}
