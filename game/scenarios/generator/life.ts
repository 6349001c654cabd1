/** A whole life of a connection, drawn: open, data, close, with faults on the wire. It is written while it is played. */
import { otherRole, ROLES, type Role } from '../../tcp/vocabulary.ts';
import type { Play } from '../play.ts';
import { drawBetween, drawOne, drawWeighted, type Random } from '../random.ts';
import type { Fate, Item, ScenarioLevel } from '../script.ts';
import { isHeldBack } from '../wire.ts';
import { extended, isFault, isNeeded, isOver, playAfter, type Items, type Life } from './passages.ts';

/** A longer life has gone astray. */
const MOST_PASSAGES = 24;

/** Null where the draw led nowhere: it is drawn again. */
export function drawLife(level: ScenarioLevel, random: Random): Life | null {
  const budget = { faults: level === 1 ? 0 : drawBetween(random, 1, level), sends: drawBetween(random, 1, 3) };
  let life: Life = [];
  while (life.length < MOST_PASSAGES) {
    const next = drawPassage(life, budget, level, random);
    if (!next) return isOver(life) ? life : null;
    life = next;
  }
  return null;
}

/** How many of them a life has at most. */
type Budget = { readonly faults: number; readonly sends: number };

function drawPassage(life: Life, budget: Budget, level: ScenarioLevel, random: Random): Life | null {
  const written = life.flatMap(({ items }) => items);
  const left: Budget = {
    faults: budget.faults - written.filter(isFault).length,
    sends: budget.sends - written.filter((item) => item.do === 'send').length,
  };
  const choices = choicesAt(life, left, level);
  if (choices.length === 0) return null;
  const { items } = drawWeighted(random, choices);
  const mayFail = left.faults > 0 && !items.some(isFault) && random() < FAULTY;
  return (mayFail ? extendedWithFault(life, items, random) : null) ?? extendedBy(life, items);
}

/** The life with that passage, of which every statement does something. */
function extendedBy(life: Life, items: Items): Life | null {
  const longer = extended(life, items);
  return longer && isNeeded(longer, life.length) ? longer : null;
}

type Choice = { readonly weight: number; readonly items: Items };

const call = (at: Role, name: 'open-active' | 'open-passive' | 'close' | 'abort'): Item => ({ do: 'call', at, call: name });
const send = (at: Role): Item => ({ do: 'send', at });
const early = (item: Item): Item => ({ ...item, early: true }) as Item;

/** A life begins with a listener, or above level 1 with two callers. */
function openings(written: number, level: ScenarioLevel): readonly Choice[] {
  if (written > 0) return [{ weight: 1, items: [call('client', 'open-active')] }];
  const listens = { weight: 4, items: [call('server', 'open-passive')] };
  return level === 1 ? [listens] : [listens, { weight: 1, items: [{ do: 'both', call: 'open-active' }] }];
}

/** What can come next where nothing is under way. */
function choicesAt(life: Life, left: Budget, level: ScenarioLevel): readonly Choice[] {
  const play = playAfter(life);
  const isOpening = life.length === 0 || (life.length === 1 && play.endpoints.server.state === 'LISTEN');
  if (isOpening) return openings(life.length, level);
  const ofEach = ROLES.flatMap((role) => [
    ...repairs(play, life.at(-1)?.items ?? [], role, level),
    ...sends(play, left, role, level),
    ...closes(play, role, level),
  ]);
  return [...ofEach, ...jointCloses(play, level)].filter(({ weight }) => weight > 0);
}

/** What puts right that something was lost or held back, and what ends by waiting. What has been repeated in vain is not repeated at once. */
function repairs(play: Play, last: Items, role: Role, level: ScenarioLevel): readonly Choice[] {
  const { endpoints, wire } = play;
  const { state, unacked } = endpoints[role];
  const isHeld = wire[otherRole(role)].length > 0;
  const inVain = last.some((item) => item.do === 'timeout' && item.at === role) && !last.some(isFault);
  const isListening = state === 'LISTEN' && endpoints[otherRole(role)].state === 'CLOSED';
  return [
    { weight: isHeld ? 3 : 0, items: [{ do: 'release', from: role }] },
    { weight: unacked.length === 0 || inVain ? 0 : isHeld ? level - 1 : 5, items: [{ do: 'timeout', at: role, timer: 'retransmission' }] },
    { weight: state === 'TIME_WAIT' && !isWaiting(play) ? 4 : 0, items: [{ do: 'timeout', at: role, timer: '2msl' }] },
    { weight: isListening ? 1 : 0, items: [call(role, 'close')] },
  ];
}

/** Something is not acknowledged yet, or still to come. */
function isWaiting(play: Play): boolean {
  return isHeldBack(play.wire) || ROLES.some((role) => play.endpoints[role].unacked.length > 0);
}

function mayCall({ endpoints }: Play, role: Role): boolean {
  const { state, unacked } = endpoints[role];
  return (state === 'ESTABLISHED' || state === 'CLOSE_WAIT') && unacked.length === 0;
}

function sends(play: Play, left: Budget, role: Role, level: ScenarioLevel): readonly Choice[] {
  if (!mayCall(play, role) || left.sends <= 0) return [];
  const alone: Choice = { weight: 3, items: [send(role)] };
  const followed: readonly Choice[] = [
    { weight: left.sends > 1 ? 2 : 0, items: [send(role), early(send(role))] },
    { weight: 2, items: [send(role), early(call(role, 'close'))] },
  ];
  const overtaken = followed.map(({ weight, items }): Choice => ({ weight, items: [{ do: 'reorder', from: role }, ...items] }));
  return level === 1 ? [alone] : [alone, ...followed, ...(left.faults > 0 ? overtaken : [])];
}

/** How often an end aborts, where a CLOSE has the weight 1. */
const ABORTS: Readonly<Record<ScenarioLevel, number>> = { 1: 0, 2: 0.1, 3: 0.2 };

function closes(play: Play, role: Role, level: ScenarioLevel): readonly Choice[] {
  if (!mayCall(play, role)) return [];
  return [
    { weight: 1, items: [call(role, 'close')] },
    { weight: ABORTS[level], items: [call(role, 'abort')] },
  ];
}

function jointCloses(play: Play, level: ScenarioLevel): readonly Choice[] {
  if (!ROLES.every((role) => play.endpoints[role].state === 'ESTABLISHED' && mayCall(play, role))) return [];
  const inTurn = ROLES.flatMap((first): readonly Choice[] => [
    { weight: 1, items: [{ do: 'close-at-fin', at: otherRole(first) }, call(first, 'close')] },
    { weight: 0.5, items: [call(first, 'close'), early(call(otherRole(first), 'close'))] },
  ]);
  return [...inTurn, { weight: level > 1 ? 0.5 : 0, items: [{ do: 'both', call: 'close' }] }];
}

const FATE_WEIGHTS = [
  { fate: 'lose', weight: 4 },
  { fate: 'duplicate', weight: 2 },
  { fate: 'delay', weight: 3 },
  { fate: 'reorder', weight: 1 },
] as const satisfies readonly { readonly fate: Fate; readonly weight: number }[];

/** How often a passage has a fault, while there are faults left. */
const FAULTY = 0.6;
/** Not every fault meets a segment, or makes a difference: some are tried. */
const MOST_FAULTS_TRIED = 3;

function extendedWithFault(life: Life, items: Items, random: Random): Life | null {
  for (let tried = 0; tried < MOST_FAULTS_TRIED; tried += 1) {
    const longer = extendedBy(life, withFault(items, random));
    if (longer) return longer;
  }
  return null;
}

function withFault(items: Items, random: Random): Items {
  const fault: Item = { do: drawWeighted(random, FATE_WEIGHTS).fate, from: drawOne(random, ROLES) };
  return items.toSpliced(drawBetween(random, 0, items.length), 0, fault);
}
