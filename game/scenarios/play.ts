/**
 * Two endpoints, a wire and a script: what happens next, and what becomes of the answers. Pure; the host, the proofs and the
 * tests all play through here.
 */
import { answersTo, movesTo, type Answer } from '../tcp/answers.ts';
import { CLOSED_ENDPOINT } from '../tcp/endpoint.ts';
import { isRefusal } from '../tcp/rules.ts';
import { step } from '../tcp/step.ts';
import { otherRole, ROLES, type Event, type Role } from '../tcp/vocabulary.ts';
import { arrival, forge, happeningsOf, runsOut, type Happening, type Situation } from './happenings.ts';
import type { Fate, Item, Leg } from './script.ts';
import { EMPTY_WIRE, isHeldBack, isUnderWay, put, release, takeOldest, type Wire } from './wire.ts';

export type { Happening } from './happenings.ts';

export type Play = Situation & {
  /** The next item of the script. */
  readonly cursor: number;
  /** Whether what happens asks somebody, or is only told. */
  readonly asks: boolean;
  readonly wire: Wire;
  /** What becomes of the segments that an end sends next, one each. */
  readonly planned: Readonly<Record<Role, readonly Fate[]>>;
  /** How many timers the `settle` at the cursor has let run out. */
  readonly settled: number;
};

/** What an endpoint did: an answer, and what the wire does to the segment; null where nothing unusual. */
export type Done = { readonly at: Role; readonly answer: Answer; readonly fate: Fate | null };
/** Something that nobody is asked about. A crash never is asked about. */
export type ToldHappening = { readonly at: Role; readonly event: Event | Crash; readonly done: Done };
export type Crash = { readonly type: 'crash' };

/** `happenings`: one, or one at each end at the same time. Empty where the leg is over. */
export type Next = {
  readonly play: Play;
  readonly told: readonly ToldHappening[];
  readonly happenings: readonly Happening[];
  /** It is over because something sends several segments, which is no turn (house rule N). */
  readonly stuck?: Happening;
};

const BEGINNING = {
  endpoints: { client: CLOSED_ENDPOINT, server: CLOSED_ENDPOINT },
  chosen: { client: 0, server: 0 },
  wire: EMPTY_WIRE,
  planned: { client: [], server: [] },
  closesAtFin: { client: false, server: false },
};

export function beginPlay(leg: Leg): Play {
  return { leg, cursor: 0, asks: true, connection: 0, settled: 0, ...BEGINNING };
}

/** Goes on to the next turn: tells what asks nobody, passes over what has no effect, takes what arrives off the wire. */
export function nextTurn(begun: Play): Next {
  let play = begun;
  const told: ToldHappening[] = [];
  for (;;) {
    const found = advance(play);
    if (!found) return { play, told, happenings: [] };
    const stuck = found.happenings.find((one) => movesTo(found.play.endpoints[one.at], one.event).length === 0);
    if (stuck) return { play: found.play, told, happenings: [], stuck };
    if (found.happenings.length > 0 && found.play.asks) return { play: found.play, told, happenings: found.happenings };
    const tells = found.crashed ? [crash(found.crashed)] : found.happenings.map((happening) => tell(found.play, happening));
    told.push(...tells);
    play = tells.reduce((after, { done }) => applyOne(after, done), found.play);
  }
}

/** `crashed` comes without happenings. */
type Found = { readonly play: Play; readonly happenings: readonly Happening[]; readonly crashed?: Role };

/** One thing: something arrives, or the script goes on by an item. Null where both are over. */
function advance(play: Play): Found | null {
  const item = play.leg.script[play.cursor];
  if (isUnderWay(play.wire) && !goesBeforeTheWire(play, item)) return takeArrivals(play);
  if (!item || item.do === 'settle') return comeToRest(play, item);
  const after = prepare({ ...play, cursor: play.cursor + 1 }, item);
  if (item.do === 'crash' && play.endpoints[item.at].state !== 'CLOSED') return { play: after, happenings: [], crashed: item.at };
  return { play: after, happenings: happeningsOf(after, item).filter((one) => hasEffect(after, one)) };
}

/** Nothing is held back for ever, and where the script lets the connection settle, no timer runs for ever. */
function comeToRest(play: Play, settle: Item | undefined): Found | null {
  if (isHeldBack(play.wire)) return { play: { ...play, wire: ROLES.reduce(release, play.wire) }, happenings: [] };
  if (!settle) return null;
  const due = dueTimer(play);
  if (due) return { play: { ...play, settled: play.settled + 1 }, happenings: [due] };
  return { play: { ...play, cursor: play.cursor + 1, settled: 0 }, happenings: [] };
}

/** No two ends need as many retransmissions to come to rest. */
const MOST_SETTLED = 12;

/** The retransmission timer of one end, of the other one next time; 2MSL where neither runs. */
function dueTimer(play: Play): Happening | undefined {
  if (play.settled >= MOST_SETTLED) return undefined;
  const inTurn = play.settled % 2 === 0 ? ROLES : ROLES.toReversed();
  const timers = (['retransmission', '2msl'] as const).flatMap((timer) => inTurn.map((at) => runsOut(at, timer)));
  return timers.find((one) => hasEffect(play, one));
}

/** Goes on with one answer for each happening of the turn: sends what they send, over the wire or into nothing. */
export function resolve(
  play: Play,
  answers: readonly { readonly at: Role; readonly answer: Answer }[],
): { readonly play: Play; readonly done: readonly Done[] } {
  const done = answers.map(({ at, answer }) => doneWith(play, at, answer));
  return { play: done.reduce(applyOne, play), done };
}

/** The answers that stand to a happening of the turn, the canonical one first. */
export function answersAt(play: Play, { at, event }: Happening): readonly Answer[] {
  return answersTo(play.endpoints[at], event);
}

function goesBeforeTheWire({ wire }: Play, item: Item | undefined): boolean {
  if (!item) return false;
  if (item.do === 'close-at-fin' || isFate(item)) return true;
  return 'early' in item && item.early === true && !isUnderWay(wire, [item.at]);
}

function isFate(item: Item): item is Extract<Item, { do: Fate }> {
  return item.do === 'lose' || item.do === 'delay' || item.do === 'duplicate' || item.do === 'reorder';
}

/** What arrives now. Two that cross arrive at the same time. */
function takeArrivals(play: Play): Found {
  const { wire, arrivals } = takeOldest(play.wire);
  return { play: { ...play, wire }, happenings: arrivals.map(({ at, segment }) => arrival(play, at, segment)) };
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
      return { ...play, planned: { ...play.planned, [item.from]: [...play.planned[item.from], item.do] } };
    case 'release':
      return { ...play, wire: release(play.wire, item.from) };
    case 'inject':
      return { ...play, wire: put(play.wire, item.at, forge(play, item), null) };
    case 'close-at-fin':
      return { ...play, closesAtFin: { ...play.closesAtFin, [item.at]: true } };
    case 'tell':
    case 'ask':
      return { ...play, asks: item.do === 'ask' };
    case 'new-connection':
      return { ...play, connection: play.connection + 1, ...BEGINNING };
    default:
      return play;
  }
}

function crash(at: Role): ToldHappening {
  const answer: Answer = { segment: null, state: 'CLOSED', rules: [], endpoint: CLOSED_ENDPOINT };
  return { at, event: { type: 'crash' }, done: { at, answer, fate: null } };
}

function tell(play: Play, happening: Happening): ToldHappening {
  const [answer] = answersAt(play, happening);
  if (!answer) throw new Error('an event without an answer');
  return { ...happening, done: doneWith(play, happening.at, answer) };
}

function doneWith({ planned }: Play, at: Role, answer: Answer): Done {
  return { at, answer, fate: answer.segment && (planned[at][0] ?? null) };
}

function applyOne(play: Play, { at, answer, fate }: Done): Play {
  const { segment, endpoint } = answer;
  const hasChosen = endpoint.state !== 'CLOSED' && endpoint.state !== 'LISTEN' && endpoint.iss !== play.endpoints[at].iss;
  return {
    ...play,
    endpoints: { ...play.endpoints, [at]: endpoint },
    chosen: hasChosen ? { ...play.chosen, [at]: play.chosen[at] + 1 } : play.chosen,
    wire: segment ? put(play.wire, otherRole(at), segment, fate) : play.wire,
    planned: segment ? { ...play.planned, [at]: play.planned[at].slice(1) } : play.planned,
  };
}
