/** How a script goes on: an item at a time, and in between whatever the wire brings. */
import { CLOSED_ENDPOINT } from '../tcp/endpoint.ts';
import { isRefusal } from '../tcp/rules.ts';
import { step } from '../tcp/step.ts';
import { otherRole, ROLES, type Role, type Segment } from '../tcp/vocabulary.ts';
import { arrival, forge, happeningsOf, runsOut, type Happening, type Situation } from './happenings.ts';
import type { Fate, HandItem, Item, Leg } from './script.ts';
import { EMPTY_WIRE, isHeldBack, isUnderWay, put, putByHand, release, take, takeOldest, underWay, type Wire, withRole } from './wire.ts';

export type Play = Situation & {
  /** The next item of the script. */
  readonly cursor: number;
  /** Whether what happens asks somebody, or is only told. */
  readonly asks: boolean;
  readonly wire: Wire;
  /** Nothing arrives by itself. */
  readonly byHand: boolean;
  /** What becomes of the segments that an end sends next, one each. */
  readonly planned: Readonly<Record<Role, readonly Plan[]>>;
  /** How far the `settle` at the cursor has gone through its rounds. */
  readonly settled: number;
  /** How often something has arrived since the script went on. */
  readonly arrivals: number;
  /** The script is still being written: its end is not the end of the leg. */
  readonly unfinished: boolean;
};

/** A plan is for what comes of the next statement. If an unusual answer leaves it unused, it does not wait for another segment: `isDue` once that statement is reached. */
type Plan = { readonly fate: Fate; readonly isDue: boolean };

const BEGINNING = {
  endpoints: { client: CLOSED_ENDPOINT, server: CLOSED_ENDPOINT },
  chosen: { client: 0, server: 0 },
  wire: EMPTY_WIRE,
  planned: { client: [], server: [] },
  closesAtFin: { client: false, server: false },
};

export function beginPlay(leg: Leg): Play {
  return { leg, cursor: 0, asks: true, byHand: false, connection: 0, settled: 0, arrivals: 0, unfinished: false, ...BEGINNING };
}

/** The play with that changed. As with endpoints (`change`), one literal makes them all. */
export function changePlay(play: Play, to: Partial<Play>): Play {
  return {
    leg: to.leg ?? play.leg,
    connection: to.connection ?? play.connection,
    endpoints: to.endpoints ?? play.endpoints,
    chosen: to.chosen ?? play.chosen,
    closesAtFin: to.closesAtFin ?? play.closesAtFin,
    cursor: to.cursor ?? play.cursor,
    asks: to.asks ?? play.asks,
    wire: to.wire ?? play.wire,
    byHand: to.byHand ?? play.byHand,
    planned: to.planned ?? play.planned,
    settled: to.settled ?? play.settled,
    arrivals: to.arrivals ?? play.arrivals,
    unfinished: to.unfinished ?? play.unfinished,
  };
}

/** `crashed` comes without happenings. */
export type Found = { readonly play: Play; readonly happenings: readonly Happening[]; readonly crashed?: Role };

/** One thing: something arrives, or the script goes on by an item. Null where both are over. */
export function advance(play: Play): Found | null {
  const item = play.leg.script[play.cursor];
  if (isUnderWay(play.wire) && !goesBeforeTheWire(play, item)) return takeArrivals(play);
  if (!item || item.do === 'settle') return comeToRest(play, item);
  const planned = makesHappen(item) ? plansFor(play.planned) : play.planned;
  const after = prepare(changePlay(play, { cursor: play.cursor + 1, arrivals: 0, planned }), item);
  if (item.do === 'crash' && play.endpoints[item.at].state !== 'CLOSED') return { play: after, happenings: [], crashed: item.at };
  const happenings = item.do === 'deliver' ? delivered(play, item) : happeningsOf(after, item);
  return { play: after, happenings: happenings.filter((one) => hasEffect(after, one)) };
}

/** Empty where there is no such segment under way. */
function delivered(play: Play, { to, nth }: HandItem): readonly Happening[] {
  const segment = underWay(play.wire, to, nth);
  return segment ? [arrival(play, to, segment)] : [];
}

/** The wire once the end at `from` has sent that. */
export function sent({ wire, byHand }: Play, from: Role, segment: Segment, fate: Fate | null): Wire {
  const to = otherRole(from);
  return byHand && fate === null ? putByHand(wire, to, segment) : put(wire, to, segment, fate);
}

/** Nothing is held back for ever, and where the script lets the connection settle, no timer runs for ever. */
function comeToRest(play: Play, settle: Item | undefined): Found | null {
  if (!settle && play.unfinished) return null;
  if (isHeldBack(play.wire)) return { play: changePlay(play, { wire: ROLES.reduce(release, play.wire) }), happenings: [] };
  if (!settle) return null;
  const at = SETTLING.findIndex((timer, n) => n >= play.settled && hasEffect(play, timer));
  if (at >= 0) return { play: changePlay(play, { settled: at + 1, arrivals: 0 }), happenings: SETTLING.slice(at, at + 1) };
  return { play: changePlay(play, { cursor: play.cursor + 1, settled: 0, arrivals: 0 }), happenings: [] };
}

/** The timers in turn: both ends have time to repeat themselves before 2MSL is over. Whoever is not at rest after four rounds never will be. */
const ROUND = (['retransmission', 'retransmission', '2msl'] as const).flatMap((timer) => ROLES.map((at) => runsOut(at, timer)));
const SETTLING: readonly Happening[] = [...ROUND, ...ROUND, ...ROUND, ...ROUND];

function goesBeforeTheWire({ wire }: Play, item: Item | undefined): boolean {
  if (!item) return false;
  if (item.do === 'close-at-fin' || isFate(item)) return true;
  return 'early' in item && item.early === true && !isUnderWay(wire, [item.at]);
}

/** Whether the statement is one that a plan is for. What is `early` belongs to the statement before it. */
function makesHappen(item: Item): boolean {
  const isEarly = 'early' in item && item.early === true;
  return !isEarly && ['call', 'send', 'both', 'timeout', 'inject', 'release', 'deliver'].includes(item.do);
}

function plansFor(planned: Play['planned']): Play['planned'] {
  if (planned.client.length === 0 && planned.server.length === 0) return planned;
  const due = (plans: readonly Plan[]) => plans.filter(({ isDue }) => !isDue).map(({ fate }) => ({ fate, isDue: true }));
  return { client: due(planned.client), server: due(planned.server) };
}

function isFate(item: Item): item is Extract<Item, { do: Fate }> {
  return item.do === 'lose' || item.do === 'delay' || item.do === 'duplicate' || item.do === 'reorder';
}

/** What arrives now. Two that cross arrive at the same time. */
function takeArrivals(play: Play): Found {
  const { wire, arrivals } = takeOldest(play.wire);
  return {
    play: changePlay(play, { wire, arrivals: play.arrivals + 1 }),
    happenings: arrivals.map(({ at, segment }) => arrival(play, at, segment)),
  };
}

/** Whether a rule serves it: a script goes on over a call that an unusual answer has made pointless. */
function hasEffect(play: Play, { at, event }: Happening): boolean {
  return step(play.endpoints[at], event).rules.some((id) => !isRefusal(id));
}

function prepare(play: Play, item: Item): Play {
  switch (item.do) {
    case 'lose':
    case 'delay':
    case 'duplicate':
    case 'reorder':
      return changePlay(play, {
        planned: withRole(play.planned, item.from, [...play.planned[item.from], { fate: item.do, isDue: false }]),
      });
    case 'release':
      return changePlay(play, { wire: release(play.wire, item.from) });
    case 'inject':
      return changePlay(play, { wire: sent(play, otherRole(item.at), forge(play, item), null) });
    case 'by-hand':
      return changePlay(play, { byHand: true });
    case 'deliver':
    case 'drop':
      return changePlay(play, { wire: take(play.wire, item.to, item.nth) });
    case 'copy':
      return changePlay(play, { wire: copied(play.wire, item) });
    case 'close-at-fin':
      return changePlay(play, { closesAtFin: withRole(play.closesAtFin, item.at, true) });
    case 'tell':
    case 'ask':
      return changePlay(play, { asks: item.do === 'ask' });
    case 'new-connection':
      return changePlay(play, { connection: play.connection + 1, ...BEGINNING });
    default:
      return play;
  }
}

function copied(wire: Wire, { to, nth }: HandItem): Wire {
  const segment = underWay(wire, to, nth);
  return segment ? putByHand(wire, to, segment) : wire;
}
