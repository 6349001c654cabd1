/** Segments on their way: where each arrow begins, and where it comes down. */
import { otherRole, type Role, type Segment, sameSegment } from '#game/tcp/vocabulary.ts';
import type { Arrow, Draft } from './shapes.ts';
import type { Act } from './moments.ts';

const FALL = 44;
/** Steep enough for both labels to stand clear of the crossing. */
const CROSSING_FALL = 88;
/** How far across the wire a segment is drawn that has not arrived, that is lost, or that comes from nowhere on the ladder. */
const UNDERWAY = 0.8;
const LOST = 0.55;
export const STRAY = 0.5;
/** Room for the label of a stray one, which has half an arrow to stand on. */
const STRAY_LABEL = 12;
const STRAY_LINES = 44;
/** Room for the word below the cross. */
const LOST_NOTE = 16;
const WHOLE = { from: 0, to: 1 };

/** Returns the height below which other things may stand. */
export function takeOff(draft: Draft, { at, outcome, note = null }: Act, key: string, y: number, isNew: boolean): number {
  if (!outcome?.segment) return y;
  const { segment, lost } = outcome;
  const reach = lost ? LOST : UNDERWAY;
  const end = { reach, y: y + FALL * reach };
  draft.arrows.push({ key, from: at, segment, fate: lost ? 'lost' : 'in-flight', start: { reach: 0, y }, end, label: WHOLE, note, isNew });
  return lost ? end.y + LOST_NOTE : y;
}

/** The height above which the segment of an act cannot arrive. */
export function earliestLanding(draft: Draft, { at, event }: Act): number {
  if (event?.type !== 'segment') return 0;
  const index = findFlight(draft, otherRole(at), event.segment);
  return index === -1 ? strayLanding(draft, at) : (draft.arrows[index]?.start.y ?? 0) + fallOf(draft, otherRole(at));
}

/** Below what is on its way, from either end: the labels of both stand next to it. What goes the same way needs room for all lines of the label. */
function strayLanding(draft: Draft, at: Role): number {
  const flights = draft.arrows.filter(({ fate }, index) => index >= draft.firstArrow && fate === 'in-flight');
  const tops = flights.map(({ from, start, end }) => (from === at ? end.y + STRAY_LABEL : start.y + FALL * STRAY + STRAY_LINES));
  return Math.max(draft.y, ...tops) + FALL * (1 - STRAY);
}

export function land(draft: Draft, at: Role, segment: Segment, key: string, y: number): void {
  const from = otherRole(at);
  const end = { reach: 1, y };
  const index = findFlight(draft, from, segment);
  const flight = draft.arrows[index];
  if (flight) draft.arrows[index] = { ...flight, fate: 'arrived', end };
  else
    draft.arrows.push({
      key: `${key}-stray`,
      from,
      segment,
      fate: 'stray',
      start: { reach: STRAY, y: y - FALL * (1 - STRAY) },
      end,
      label: WHOLE,
      note: null,
      isNew: false,
    });
}

/** Once everything is placed: what is still on its way falls as it will when it arrives. */
export function settleFlights(draft: Draft): void {
  draft.arrows.forEach((arrow, index) => {
    if (arrow.fate !== 'in-flight' || index < draft.firstArrow) return;
    const y = arrow.start.y + fallOf(draft, arrow.from) * UNDERWAY;
    draft.arrows[index] = { ...arrow, end: { reach: UNDERWAY, y } };
  });
}

/** How far a segment falls on its way across. */
export function fallOf({ arrows, firstArrow }: Draft, from: Role): number {
  const crosses = arrows.some((arrow, index) => index >= firstArrow && arrow.fate === 'in-flight' && arrow.from !== from);
  return crosses ? CROSSING_FALL : FALL;
}

/** The same segment where it is on the wire, the one that was sent first; −1 where none is: a second copy, or one that nobody sent. */
function findFlight({ arrows, firstArrow }: Draft, from: Role, segment: Segment): number {
  const isUnderway = (arrow: Arrow, index: number) => index >= firstArrow && arrow.from === from && arrow.fate === 'in-flight';
  return arrows.findIndex((arrow, index) => isUnderway(arrow, index) && sameSegment(arrow.segment, segment));
}
