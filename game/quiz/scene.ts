/** The past of a happening, as far back as one needs to see to answer it. */
import { isHeldBack, isUnderWay } from '../scenarios/wire.ts';
import type { Done, ToldHappening } from '../scenarios/play.ts';
import type { Answer } from '../tcp/answers.ts';
import { DEFAULT_WINDOW, type Endpoint } from '../tcp/endpoint.ts';
import { ROLES, type Role } from '../tcp/vocabulary.ts';
import type { Scene, SceneAct } from './vocabulary.ts';
import type { Turn } from './walk.ts';

/** More do not fit a phone beside the question. */
const MOST_MOMENTS = 6;

/** What came before that turn in its connection. It is cut off only where nothing of it matters to what happens at that end. */
export function sceneBefore(turns: readonly Turn[], turn: number, at: Role): Scene {
  const connection = turns[turn]?.play.connection;
  const first = turns.findIndex(({ play }) => play.connection === connection);
  const cuts = Array.from({ length: turn - first + 1 }, (_, n) => first + n).filter(
    (cut) => cut === first || isClean(turns, cut, turn, at),
  );
  const fitting = cuts.find((cut) => momentsFrom(turns, cut, turn).length <= MOST_MOMENTS);
  const cut = fitting ?? cuts.at(-1) ?? first;
  return sceneOf(turns, cut, turn);
}

/** From turn `cut` up to turn `turn`, which is not in it. */
export function sceneOf(turns: readonly Turn[], cut: number, turn: number): Scene {
  return { before: statesAt(turns[cut]), moments: momentsFrom(turns, cut, turn) };
}

function statesAt(turn: Turn | undefined): Scene['before'] {
  if (!turn) throw new Error('no such turn');
  const { client, server } = turn.play.endpoints;
  return { client: client.state, server: server.state };
}

/** Crashes before the first turn are in the states that it begins with. */
function momentsFrom(turns: readonly Turn[], cut: number, turn: number): Scene['moments'] {
  return turns
    .slice(cut, turn + 1)
    .flatMap(({ told, happenings, done }, n) => [
      ...(n === 0 ? [] : told.map((one) => [actOf(one, one.done)])),
      ...(n < turn - cut ? [happenings.map((one, index) => actOf(one, done[index]))] : []),
    ]);
}

function actOf({ at, event }: Pick<ToldHappening, 'at' | 'event'>, done: Done | undefined): SceneAct {
  if (!done) throw new Error('a happening without an answer');
  const { answer, fate } = done;
  return { at, event, outcome: { at, segment: answer.segment, state: answer.state, lost: fate === 'lose' } };
}

/** Nothing is owed or under way, and the end shows afterwards the numbers that it has now. */
function isClean(turns: readonly Turn[], cut: number, turn: number, at: Role): boolean {
  const [play, now] = [turns[cut]?.play, turns[turn]?.play.endpoints[at]];
  if (!play || !now || isUnderWay(play.wire) || isHeldBack(play.wire)) return false;
  const shown = turns.slice(cut, turn).flatMap(({ done }) => done.filter((one) => one.at === at));
  return ROLES.every((role) => owesNothing(play.endpoints[role])) && (hasNoNumbers(now) || shown.some(({ answer }) => tells(answer, now)));
}

function owesNothing({ unacked, queuedSends, queuedClose, held, former, sndWnd }: Endpoint): boolean {
  return unacked.length + queuedSends.length + held.length === 0 && !queuedClose && former === null && sndWnd === DEFAULT_WINDOW;
}

function hasNoNumbers({ state }: Endpoint): boolean {
  return state === 'CLOSED' || state === 'LISTEN';
}

/** Both numbers, and of the same incarnation: a TIME_WAIT that was reopened may be back. */
function tells({ segment, endpoint: { iss, irs } }: Answer, now: Endpoint): boolean {
  return segment !== null && segment.ack !== null && !segment.flags.includes('RST') && iss === now.iss && irs === now.irs;
}
