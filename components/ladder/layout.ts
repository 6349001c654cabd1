/**
 * Where everything on the ladder lies. Heights are in pixels from the top; across, an arrow says how far between the two
 * lifelines it begins and ends, from 0 (where it was sent) to 1 (the other end), so that one layout serves every width.
 */
import { ROLES } from '#game/tcp/vocabulary.ts';
import { earliestLanding, land, settleFlights, takeOff } from './flights.ts';
import { placeGhosts } from './ghosts.ts';
import { spreadLabels } from './labels.ts';
import type { Act, Moment } from './moments.ts';
import { CHIP_HALF, type Chip, type Draft, type LadderLayout, type Pill } from './shapes.ts';

const MARGIN = 18;
const GAP = 20;
const DIVIDER_HEIGHT = 34;
/** From an arrowhead, and from a call that stands on the lifeline, to the middle of the chip below. */
const BELOW_HEAD = 21;
const BELOW_CALL = 25;

/** Compact: calls stand on the lifeline, because there is no room beside it. */
export function layOutLadder(moments: readonly Moment[], isCompact: boolean): LadderLayout {
  const draft: Draft = { y: MARGIN, firstArrow: 0, isCompact, chips: [], arrows: [], pills: [], dividers: [], ghosts: [] };
  moments.forEach((moment, index) => {
    placeMoment(draft, moment, index === moments.length - 1);
  });
  settleFlights(draft);
  placeGhosts(draft);
  const { chips, pills, dividers } = draft;
  return { height: heightOf(draft), chips, arrows: spreadLabels(draft.arrows), pills, dividers };
}

function heightOf({ y, chips, arrows, pills }: Draft): number {
  const bottoms = [...chips, ...pills].map((one) => one.y + CHIP_HALF);
  return Math.max(y, ...bottoms, ...arrows.map((arrow) => arrow.end.y)) + MARGIN;
}

function placeMoment(draft: Draft, moment: Moment, isLast: boolean): void {
  if (moment.startsConnection) placeStart(draft, moment);
  const top = Math.max(draft.y, ...moment.acts.map((act) => earliestLanding(draft, act)));
  const bottoms = moment.acts.map((act) => placeAct(draft, moment, act, top, isLast));
  draft.y = Math.max(...bottoms) + GAP;
}

/** A server that begins in LISTEN is told in the line in which the connection begins. */
function placeStart(draft: Draft, moment: Moment): void {
  if (draft.chips.length > 0) placeDivider(draft, moment.connection);
  const told = draft.isCompact ? [] : moment.acts.filter(isPassiveOpen).map(({ at }) => at);
  const y = draft.y + CHIP_HALF;
  for (const at of ROLES.filter((role) => !told.includes(role))) {
    draft.chips.push({ key: `${moment.key}-start-${at}`, at, y, state: moment.before[at], kind: 'entered' });
  }
  if (told.length === 0) draft.y = y + CHIP_HALF + GAP;
}

function isPassiveOpen({ event, outcome }: Act): boolean {
  return event?.type === 'open-passive' && outcome !== null && outcome.segment === null;
}

function placeDivider(draft: Draft, connection: number): void {
  const y = heightOf(draft);
  draft.dividers.push({ y, connection });
  draft.y = y + DIVIDER_HEIGHT;
  draft.firstArrow = draft.arrows.length;
}

/** Returns the height at which the act ends: where its segment leaves or, where it is lost, what is written below that. */
function placeAct(draft: Draft, moment: Moment, act: Act, top: number, isLast: boolean): number {
  const key = `${moment.key}-${act.at}`;
  const y = placeCause(draft, act, key, top);
  draft.chips.push(chipOf(moment, act, key, y));
  const leaves = y + CHIP_HALF + 3;
  const ends = takeOff(draft, act, key, leaves, isLast);
  if (isLast && act.ghost) draft.ghosts.push({ key, at: act.at, y: leaves, ghost: act.ghost });
  return ends;
}

/** What happened; returns where the chip below it or beside it stands. */
function placeCause(draft: Draft, act: Act, key: string, top: number): number {
  if (act.event === null) return top + CHIP_HALF;
  if (act.event.type !== 'segment')
    return placeCall(draft, { key, at: act.at, label: { type: 'event', event: act.event } }, top + CHIP_HALF);
  land(draft, act.at, act.event.segment, key, top);
  const y = top + BELOW_HEAD;
  return act.event.joined === 'close' ? placeCall(draft, { key, at: act.at, label: { type: 'close' } }, y) : y;
}

function placeCall(draft: Draft, pill: Omit<Pill, 'y'>, y: number): number {
  draft.pills.push({ ...pill, y });
  return draft.isCompact ? y + BELOW_CALL : y;
}

function chipOf({ before }: Moment, { at, outcome }: Act, key: string, y: number): Chip {
  if (!outcome) return { key, at, y, state: null, kind: 'asked' };
  return { key, at, y, state: outcome.state, kind: outcome.state === before[at] ? 'stays' : 'entered' };
}
