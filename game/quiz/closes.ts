/** Closes as they are played, each broken off somewhere: which end stands in TIME_WAIT there? */
import { drawOne, type Random } from '../scenarios/random.ts';
import { isHeldBack, isUnderWay } from '../scenarios/wire.ts';
import type { Answer } from '../tcp/answers.ts';
import type { RuleId } from '../tcp/rules.ts';
import { otherRole, ROLES, type Role, type State } from '../tcp/vocabulary.ts';
import { drawFrom, turnsOf } from './courses.ts';
import { decisiveRule } from './decisive-rule.ts';
import { sceneOf } from './scene.ts';
import type { Scene, SceneAct } from './vocabulary.ts';
import { answersIn, type Turn } from './walk.ts';

export type Who = Role | 'both' | 'neither';

export type Close = {
  /** From the first FIN up to where it breaks off. */
  readonly scene: Scene;
  /** Who stands in TIME_WAIT there. */
  readonly who: Who;
  readonly ends: Readonly<Record<Role, End>>;
};
/** Where an end stands, and by which rule it came there. */
export type End = { readonly state: State; readonly rule: RuleId };

/** A close in which the rule has fired. */
export function drawClose(rule: RuleId, random: Random): Close {
  const closes = drawFrom(rule, random, (turns) => {
    const found = closesWith(turns, rule);
    return found.length > 0 ? [found] : [];
  });
  const close = drawOne(random, drawAlike(closes, random));
  return random() < 0.5 ? mirrored(close) : close;
}

/** How often an end is to wait where one may, 0 to 1: on the way to the end of a close, and after it, there is none. */
const WAITING = 0.8;

/** Those in which the same end waits. */
function drawAlike(closes: readonly Close[], random: Random): readonly Close[] {
  const waiting = closes.filter(({ who }) => who !== 'neither');
  const some = waiting.length > 0 && random() < WAITING ? waiting : closes;
  const who = drawOne(random, [...new Set(some.map((close) => close.who))]);
  return some.filter((close) => close.who === who);
}

/** It goes on for so many turns after the rule has fired. */
const MOST_AFTER = 6;

function closesWith(turns: readonly Turn[], rule: RuleId): readonly Close[] {
  const breaks = turnsOf(turns, rule).flatMap((turn) => Array.from({ length: 1 + MOST_AFTER }, (_, n) => turn + 1 + n));
  return [...new Set(breaks)].flatMap((end) => closeUpTo(turns, end) ?? []);
}

const MOST_MOMENTS = 9;

/** Null where an end has not begun to close, or where readings differ about TIME_WAIT. */
function closeUpTo(turns: readonly Turn[], end: number): Close | null {
  const connection = turns[end]?.play.connection;
  const first = turns.findIndex((turn) => turn.play.connection === connection && beginsToClose(turn));
  const shown = turns.slice(first, end);
  if (first < 0 || shown.length > MOST_MOMENTS || shown.some(isDisputed)) return null;
  if (turns.slice(first + 1, end + 1).some(({ told }) => told.length > 0)) return null;
  const [client, server] = [endOf(shown, 'client'), endOf(shown, 'server')];
  return client && server && { scene: sceneOf(turns, first, end), who: whoWaits(client.state, server.state), ends: { client, server } };
}

/** Both are ESTABLISHED and nothing is under way. */
function beginsToClose({ play: { endpoints, wire }, done }: Turn): boolean {
  const isOpen = ROLES.every((role) => endpoints[role].state === 'ESTABLISHED') && !isUnderWay(wire) && !isHeldBack(wire);
  return isOpen && done.some(({ answer }) => isFin(answer));
}

function isFin({ segment }: Answer): boolean {
  return segment?.flags.includes('FIN') ?? false;
}

/** Whether there is a reading by which an end enters TIME_WAIT, or stays there, and another by which it does not (house rules C, G, O). */
function isDisputed(turn: Turn): boolean {
  return answersIn(turn).some((some) => some.some(({ state }) => state === 'TIME_WAIT') && some.some(({ state }) => state !== 'TIME_WAIT'));
}

/** Null where it has stayed in the state that it was in. */
function endOf(turns: readonly Turn[], at: Role): End | null {
  const last = turns.findLast(({ play, done }) => done.some((one) => one.at === at && one.answer.state !== play.endpoints[at].state));
  const answer = last?.done.find((one) => one.at === at)?.answer;
  return answer ? { state: answer.state, rule: decisiveRule(answer.rules) } : null;
}

function whoWaits(client: State, server: State): Who {
  if (client === 'TIME_WAIT') return server === 'TIME_WAIT' ? 'both' : 'client';
  return server === 'TIME_WAIT' ? 'server' : 'neither';
}

/** With the ends exchanged, which differ in nothing once both are ESTABLISHED: in most scripts the client closes first, and nobody is to learn that TIME_WAIT is the client's. */
function mirrored({ scene: { before, moments }, who, ends }: Close): Close {
  const mirror = ({ at, event, outcome }: SceneAct): SceneAct => {
    const other = otherRole(at);
    return { at: other, event, outcome: outcome && { ...outcome, at: other } };
  };
  return {
    scene: { before, moments: moments.map((acts) => acts.map(mirror).toReversed()) },
    who: who === 'client' || who === 'server' ? otherRole(who) : who,
    ends: { client: ends.server, server: ends.client },
  };
}
