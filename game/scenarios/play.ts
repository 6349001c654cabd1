/**
 * Two endpoints, a wire and a script: what happens next, and what becomes of the answers. Pure; the host, the proofs and the
 * tests all play through here.
 */
import { answersTo, canonicalMove, type Answer } from '../tcp/answers.ts';
import { CLOSED_ENDPOINT } from '../tcp/endpoint.ts';
import { otherRole, type Event, type Role } from '../tcp/vocabulary.ts';
import { advance, changePlay, type Found, type Play } from './course.ts';
import type { Happening } from './happenings.ts';
import type { Fate } from './script.ts';
import { put, withRole } from './wire.ts';

export { beginPlay, type Play } from './course.ts';
export type { Happening } from './happenings.ts';

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
  /** Why it is over before the script is. */
  readonly cutShort?: CutShort;
};
/** Something sends several segments, which is no turn (house rule N); or a forged segment makes the ends correct each other for ever (RFC 5961, §7). */
export type CutShort = 'several-segments' | 'without-end';

/** Goes on to the next turn: tells what asks nobody, passes over what has no effect, takes what arrives off the wire. */
export function nextTurn(begun: Play): Next {
  let play = begun;
  const told: ToldHappening[] = [];
  for (;;) {
    const found = advance(play);
    if (!found) return { play, told, happenings: [] };
    const cutShort = reasonToStop(found);
    if (cutShort) return { play: found.play, told, happenings: [], cutShort };
    if (found.happenings.length > 0 && found.play.asks) return { play: found.play, told, happenings: found.happenings };
    const tells = found.crashed ? [crash(found.crashed)] : found.happenings.map((happening) => tell(found.play, happening));
    told.push(...tells);
    play = tells.reduce((after, { done }) => applyOne(after, done), found.play);
  }
}

/** No two ends have as much to say to each other about one thing. */
const MOST_ARRIVALS = 30;

function reasonToStop({ play, happenings }: Found): CutShort | null {
  if (play.arrivals > MOST_ARRIVALS) return 'without-end';
  return happenings.some(({ at, event }) => canonicalMove(play.endpoints[at], event) === null) ? 'several-segments' : null;
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
export function answersAt(play: Pick<Play, 'endpoints'>, { at, event }: Happening): readonly Answer[] {
  return answersTo(play.endpoints[at], event);
}

/** What the machine answers to a happening of the turn. */
export function canonicalAnswerAt(play: Play, { at, event }: Happening): Answer {
  const answer = canonicalMove(play.endpoints[at], event);
  if (!answer) throw new Error('an event without an answer');
  return answer;
}

function crash(at: Role): ToldHappening {
  const answer: Answer = { segment: null, state: 'CLOSED', rules: [], endpoint: CLOSED_ENDPOINT };
  return { at, event: { type: 'crash' }, done: { at, answer, fate: null } };
}

function tell(play: Play, happening: Happening): ToldHappening {
  return { ...happening, done: doneWith(play, happening.at, canonicalAnswerAt(play, happening)) };
}

function doneWith({ planned }: Play, at: Role, answer: Answer): Done {
  return { at, answer, fate: answer.segment && (planned[at][0]?.fate ?? null) };
}

function applyOne(play: Play, { at, answer, fate }: Done): Play {
  const { segment, endpoint } = answer;
  const hasChosen = endpoint.state !== 'CLOSED' && endpoint.state !== 'LISTEN' && endpoint.iss !== play.endpoints[at].iss;
  return changePlay(play, {
    endpoints: withRole(play.endpoints, at, endpoint),
    chosen: hasChosen ? withRole(play.chosen, at, play.chosen[at] + 1) : play.chosen,
    wire: segment ? put(play.wire, otherRole(at), segment, fate) : play.wire,
    planned: segment ? withRole(play.planned, at, play.planned[at].slice(1)) : play.planned,
  });
}
