/** A whole life of a connection, drawn: open, data, close, with faults on the wire. It is written while it is played. */
import { otherRole, ROLES, type Role } from '../../tcp/vocabulary.ts';
import type { Play } from '../play.ts';
import { drawBetween, drawOne, drawWeighted, type Random } from '../random.ts';
import type { Fate, Item, ScenarioLevel } from '../script.ts';
import { isHeldBack } from '../wire.ts';
import { BEGINNING, extended, isFault, isOver, type Draft, type Items, type Life } from './passages.ts';

/** A longer life has gone astray. */
const MOST_PASSAGES = 24;

/** Null where the draw led nowhere: it is drawn again. */
export function drawLife(level: ScenarioLevel, random: Random): Life | null {
  const budget = { faults: level === 1 ? 0 : drawBetween(random, 1, level), sends: drawBetween(random, 1, 3) };
  let draft = BEGINNING;
  while (draft.passages.length < MOST_PASSAGES) {
    const next = drawPassage(draft, budget, level, random);
    if (!next) return isOver(draft) ? draft.passages : null;
    draft = next;
  }
  return null;
}

/** How many of them a life has at most. */
type Budget = { readonly faults: number; readonly sends: number };

function drawPassage(draft: Draft, budget: Budget, level: ScenarioLevel, random: Random): Draft | null {
  const written = draft.passages.flatMap(({ items }) => items);
  const sendsLeft = budget.sends - written.filter((item) => item.do === 'send').length;
  const choices = choicesAt(draft, sendsLeft, level);
  if (choices.length === 0) return null;
  const { items } = drawWeighted(random, choices);
  const mayFail = written.filter(isFault).length < budget.faults && random() < 0.5;
  return extended(draft, mayFail ? withFault(items, random) : items) ?? extended(draft, items);
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
function choicesAt({ passages, play }: Draft, sendsLeft: number, level: ScenarioLevel): readonly Choice[] {
  const isOpening = passages.length === 0 || (passages.length === 1 && play.endpoints.server.state === 'LISTEN');
  if (isOpening) return openings(passages.length, level);
  const ofEach = ROLES.flatMap((role) => [
    ...repairs(play, passages.at(-1)?.items ?? [], role, level),
    ...sends(play, sendsLeft, role, level),
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

function sends(play: Play, sendsLeft: number, role: Role, level: ScenarioLevel): readonly Choice[] {
  if (!mayCall(play, role)) return [];
  return [
    { weight: sendsLeft > 0 ? 3 : 0, items: [send(role)] },
    { weight: level > 1 && sendsLeft > 1 ? 1 : 0, items: [send(role), early(send(role))] },
    { weight: level > 1 && sendsLeft > 0 ? 1 : 0, items: [send(role), early(call(role, 'close'))] },
  ];
}

function closes(play: Play, role: Role, level: ScenarioLevel): readonly Choice[] {
  if (!mayCall(play, role)) return [];
  return [
    { weight: 2, items: [call(role, 'close')] },
    { weight: level === 3 ? 0.4 : 0, items: [call(role, 'abort')] },
  ];
}

function jointCloses(play: Play, level: ScenarioLevel): readonly Choice[] {
  if (!ROLES.every((role) => play.endpoints[role].state === 'ESTABLISHED' && mayCall(play, role))) return [];
  const inTurn = ROLES.flatMap((first): readonly Choice[] => [
    { weight: 1, items: [{ do: 'close-at-fin', at: otherRole(first) }, call(first, 'close')] },
    { weight: 1, items: [call(first, 'close'), early(call(otherRole(first), 'close'))] },
  ]);
  return [...inTurn, { weight: level > 1 ? 1 : 0, items: [{ do: 'both', call: 'close' }] }];
}

const FATE_WEIGHTS = [
  { fate: 'lose', weight: 4 },
  { fate: 'duplicate', weight: 2 },
  { fate: 'delay', weight: 2 },
  { fate: 'reorder', weight: 2 },
] as const satisfies readonly { readonly fate: Fate; readonly weight: number }[];

function withFault(items: Items, random: Random): Items {
  const fault: Item = { do: drawWeighted(random, FATE_WEIGHTS).fate, from: drawOne(random, ROLES) };
  return items.toSpliced(drawBetween(random, 0, items.length), 0, fault);
}
