/**
 * Two endpoints, a wire and a script: what happens next, and what becomes of the answers. Pure; the host, the proofs and the
 * tests all play through here.
 */
import { answersTo, type Answer } from '../tcp/answers.ts';
import { CLOSED_ENDPOINT, type Endpoint } from '../tcp/endpoint.ts';
import { step } from '../tcp/step.ts';
import { otherRole, type Event, type Role, type Segment, ROLES } from '../tcp/vocabulary.ts';
import type { Item, Leg } from './script.ts';

/** Segments under way, oldest first, by the end that they go to. */
type Wire = Readonly<Record<Role, readonly Segment[]>>;

export type Play = {
  readonly leg: Leg;
  /** The next item of the script. */
  readonly cursor: number;
  /** Whether what happens asks somebody, or is only told. */
  readonly asks: boolean;
  /** Counts from 0. */
  readonly connection: number;
  readonly endpoints: Readonly<Record<Role, Endpoint>>;
  readonly wire: Wire;
  /** How many of the segments that an end sends next are lost. */
  readonly toLose: Readonly<Record<Role, number>>;
  readonly closesAtFin: Readonly<Record<Role, boolean>>;
};

export type Happening = { readonly at: Role; readonly event: Event };
/** What an endpoint did: an answer, and whether the wire lost the segment. */
export type Done = { readonly at: Role; readonly answer: Answer; readonly lost: boolean };
export type ToldHappening = Happening & { readonly done: Done };

/** `happenings`: one, or one at each end at the same time. Empty where the script is over. */
export type Next = { readonly play: Play; readonly told: readonly ToldHappening[]; readonly happenings: readonly Happening[] };

const BOTH_CLOSED = { client: CLOSED_ENDPOINT, server: CLOSED_ENDPOINT };
const EMPTY_WIRE: Wire = { client: [], server: [] };
const NOTHING_PLANNED = { toLose: { client: 0, server: 0 }, closesAtFin: { client: false, server: false } };

export function beginPlay(leg: Leg): Play {
  return { leg, cursor: 0, asks: true, connection: 0, endpoints: BOTH_CLOSED, wire: EMPTY_WIRE, ...NOTHING_PLANNED };
}

/** Goes on to the next turn: tells what asks nobody, passes over what has no effect, takes what arrives off the wire. */
export function nextTurn(begun: Play): Next {
  let play = begun;
  const told: ToldHappening[] = [];
  for (;;) {
    const next = nextHappenings(play);
    if (next.happenings.length === 0 || next.play.asks) return { ...next, told };
    const tells = next.happenings.map((happening) => tell(next.play, happening));
    told.push(...tells);
    play = tells.reduce((after, { done }) => applyOne(after, done), next.play);
  }
}

type Found = { readonly play: Play; readonly happenings: readonly Happening[] };

function nextHappenings(begun: Play): Found {
  let play = begun;
  for (;;) {
    const item = play.leg.script[play.cursor];
    if (isUnderWay(play) && !goesBeforeTheWire(play, item)) return takeArrivals(play);
    if (!item) return { play, happenings: [] };
    play = prepare({ ...play, cursor: play.cursor + 1 }, item);
    const happenings = happeningsOf(play, item).filter((one) => hasEffect(play, one));
    if (happenings.length > 0) return { play, happenings };
  }
}

/** Goes on with one answer for each happening of the turn: sends what they send, over the wire or into nothing. */
export function resolve(
  play: Play,
  answers: readonly { readonly at: Role; readonly answer: Answer }[],
): { readonly play: Play; readonly done: readonly Done[] } {
  const done = answers.map(({ at, answer }) => ({ at, answer, lost: isLost(play, at, answer) }));
  return { play: done.reduce(applyOne, play), done };
}

/** The answers that stand to a happening of the turn, the canonical one first. */
export function answersAt(play: Play, { at, event }: Happening): readonly Answer[] {
  return answersTo(play.endpoints[at], event);
}

function isUnderWay({ wire }: Play): boolean {
  return ROLES.some((role) => wire[role].length > 0);
}

function goesBeforeTheWire({ wire }: Play, item: Item | undefined): boolean {
  if (!item) return false;
  if (item.do === 'lose' || item.do === 'close-at-fin') return true;
  return 'early' in item && item.early === true && wire[item.at].length === 0;
}

/** What arrives now: the oldest segment to each end. Two that cross arrive at the same time. */
function takeArrivals(play: Play): Found {
  const happenings: Happening[] = ROLES.flatMap((at) =>
    play.wire[at].slice(0, 1).map((segment) => ({ at, event: arrival(play, at, segment) })),
  );
  return { play: { ...play, wire: { client: play.wire.client.slice(1), server: play.wire.server.slice(1) } }, happenings };
}

function arrival(play: Play, at: Role, segment: Segment): Event {
  const chooses = play.endpoints[at].state === 'LISTEN' || play.endpoints[at].state === 'TIME_WAIT';
  const joins = play.closesAtFin[at] && segment.flags.includes('FIN');
  return { type: 'segment', segment, ...(chooses && { iss: issOf(play, at) }), ...(joins && { joined: 'close' }) };
}

function issOf({ leg, connection }: Play, at: Role): number {
  return (leg.numbers[connection] ?? leg.numbers.at(-1))?.[at] ?? 0;
}

function happeningsOf(play: Play, item: Item): readonly Happening[] {
  switch (item.do) {
    case 'call':
      return [{ at: item.at, event: { type: item.call, ...(opens(item.call) && { iss: issOf(play, item.at) }) } }];
    case 'send':
      return [
        {
          at: item.at,
          event: { type: 'send', len: item.len ?? 0, ...(play.endpoints[item.at].state === 'LISTEN' && { iss: issOf(play, item.at) }) },
        },
      ];
    case 'both':
      return ROLES.map((at) => ({ at, event: { type: item.call, ...(opens(item.call) && { iss: issOf(play, at) }) } }));
    case 'timeout':
      return [{ at: item.at, event: { type: 'timeout', timer: item.timer } }];
    case 'lose':
    case 'close-at-fin':
    case 'tell':
    case 'ask':
    case 'new-connection':
      return [];
    default:
      return item satisfies never;
  }
}

function opens(call: string): boolean {
  return call === 'open-active' || call === 'open-passive';
}

/** Whether a rule serves it: a script goes on over a call that an unusual answer has made pointless. */
function hasEffect(play: Play, { at, event }: Happening): boolean {
  return step(play.endpoints[at], event).rules.length > 0;
}

function prepare(play: Play, item: Item): Play {
  switch (item.do) {
    case 'lose':
      return { ...play, toLose: { ...play.toLose, [item.from]: play.toLose[item.from] + 1 } };
    case 'close-at-fin':
      return { ...play, closesAtFin: { ...play.closesAtFin, [item.at]: true } };
    case 'tell':
    case 'ask':
      return { ...play, asks: item.do === 'ask' };
    case 'new-connection':
      return { ...play, connection: play.connection + 1, endpoints: BOTH_CLOSED, wire: EMPTY_WIRE, ...NOTHING_PLANNED };
    default:
      return play;
  }
}

function tell(play: Play, happening: Happening): ToldHappening {
  const [answer] = answersAt(play, happening);
  if (!answer) throw new Error('an event without an answer');
  return { ...happening, done: { at: happening.at, answer, lost: isLost(play, happening.at, answer) } };
}

function isLost({ toLose }: Play, at: Role, { segment }: Answer): boolean {
  return segment !== null && toLose[at] > 0;
}

function applyOne(play: Play, { at, answer, lost }: Done): Play {
  const to = otherRole(at);
  const carried = answer.segment && !lost ? [answer.segment] : [];
  return {
    ...play,
    endpoints: { ...play.endpoints, [at]: answer.endpoint },
    wire: { ...play.wire, [to]: [...play.wire[to], ...carried] },
    toLose: lost ? { ...play.toLose, [at]: play.toLose[at] - 1 } : play.toLose,
  };
}
