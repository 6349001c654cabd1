/** Where the labels of arrows stand that cross or lie close, so that none lies on another's line or label. A ghost's stands where it would arrive. */
import { STRAY } from './flights.ts';
import type { Arrow } from './shapes.ts';

export function spreadLabels(arrows: readonly Arrow[]): Arrow[] {
  return arrows.map((arrow) => {
    const crossings = arrows.map((other) => crossingOf(arrow, other) ?? strayBeside(arrow, other)).filter((at) => at !== null);
    if (crossings.length === 0) return arrow;
    return { ...arrow, label: arrow.fate === 'ghost' ? { from: Math.max(...crossings), to: 1 } : longestFree(crossings) };
  });
}

/** The longest part of the arrow that nothing crosses. The part next to the sender wins where two are alike. */
function longestFree(crossings: readonly number[]): Arrow['label'] {
  const marks = [0, ...crossings.toSorted((a, b) => a - b), 1];
  const parts = marks.slice(1).map((to, index) => ({ from: marks[index] ?? 0, to }));
  return parts.reduce((best, part) => (part.to - part.from > best.to - best.from + 0.02 ? part : best));
}

/** How far along `arrow` the other one crosses it, 0 to 1; null where it does not. */
function crossingOf(arrow: Arrow, other: Arrow): number | null {
  if (arrow.from === other.from) return null;
  const [fall, rise] = [slopeOf(arrow), slopeOf(other)];
  const reach = (other.start.y - arrow.start.y + arrow.start.reach * fall + (1 - other.start.reach) * rise) / (fall + rise);
  return isWithin(arrow, reach) && isWithin(other, 1 - reach) ? (reach - arrow.start.reach) / (arrow.end.reach - arrow.start.reach) : null;
}

/** So far below or above it, in pixels, a label is in the way of another. */
const BESIDE = 48;

/** How far along `arrow` a stray one begins that goes the same way close to it, and has its label there; null where none does. */
function strayBeside(arrow: Arrow, other: Arrow): number | null {
  if (arrow.from !== other.from || arrow.fate === 'stray' || other.fate !== 'stray' || arrow.end.reach <= STRAY) return null;
  const y = arrow.start.y + (STRAY - arrow.start.reach) * slopeOf(arrow);
  return Math.abs(other.start.y - y) < BESIDE ? (STRAY - arrow.start.reach) / (arrow.end.reach - arrow.start.reach) : null;
}

function isWithin({ start, end }: Arrow, reach: number): boolean {
  return start.reach < reach && reach < end.reach;
}

function slopeOf({ start, end }: Arrow): number {
  return (end.y - start.y) / (end.reach - start.reach);
}
