/** From the layout's heights and reaches to pixels, for one width of the board. */
import type { Role } from '#game/tcp/vocabulary.ts';
import type { Arrow, Point } from './layout.ts';

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

/** Between what stands at the two ends of an arrow and what crosses it, in pixels along the arrow. */
export function labelSpan({ label }: Arrow, { length }: Line, { isCompact }: Frame): { readonly from: number; readonly to: number } {
  const chip = isCompact ? 46 : 54;
  return { from: label.from === 0 ? chip : label.from * length + 10, to: label.to === 1 ? length - chip : label.to * length - 10 };
}

/** An SVG transform to a place along the arrow, turned with it so that text stays upright. */
export function placeLabel(line: Line, along: number): string {
  const share = along / line.length;
  const angle = angleOf(line);
  const upright = Math.abs(angle) > 90 ? angle - 180 * Math.sign(angle) : angle;
  return `translate(${Math.round(line.x1 + share * (line.x2 - line.x1))} ${Math.round(line.y1 + share * (line.y2 - line.y1))}) rotate(${upright})`;
}

/** In pixels; a Latin letter of the monospace face is 0.6 em wide, a Chinese one 1 em. */
export function textWidth(text: string, size: number): number {
  return Array.from(text).reduce((width, letter) => width + (letter > '\u2e80' ? 1 : 0.6) * size, 0);
}

/** How a label of flags and numbers fits into the room along its arrow: in one line or in two, and how large. */
export function fitLabel(
  flags: string,
  numbers: string,
  room: number,
  { isCompact }: Frame,
): { readonly lines: readonly string[]; readonly size: number } {
  const size = isCompact ? 11 : 12.5;
  if (textWidth(`${flags} ${numbers}`, size) <= room) return { lines: [`${flags} ${numbers}`], size };
  return { lines: [flags, numbers], size: Math.max(9, Math.min(size, room / (0.6 * numbers.length))) };
}
