/**
 * Two endpoints, a wire and a script: what happens next, and what becomes of the answers. Pure; the host, the proofs and the
 * tests all play through here.
 */
import { answersTo, canonicalMove, type Answer } from '../tcp/answers.ts';
import { CLOSED_ENDPOINT, type Endpoint } from '../tcp/endpoint.ts';
import type { Event, Role } from '../tcp/vocabulary.ts';
import { advance, changePlay, type Found, type Play, sent } from './course.ts';
import type { Happening } from './happenings.ts';
import type { Fate } from './script.ts';
import { withRole } from './wire.ts';

export { beginPlay, type Play } from './course.ts';
export type { Happening } from './happenings.ts';

/** An answer to a happening at that end. */
export type Given = { readonly at: Role; readonly answer: Answer };
/** What an endpoint did: an answer, and what the wire does to the segment; null where nothing unusual. */
export type Done = Given & { readonly fate: Fate | null };
/** Something that nobody is asked about. A crash never is asked about. */
export type ToldHappening = { readonly at: Role; readonly event: Event | Crash; readonly done: Done };
export type Crash = { readonly type: 'crash' };

/** `happenings`: one, or one at each end at the same time. Empty where the leg is over. */
export type Next = {
  readonly play: Play;
  readonly told: readonly ToldHappening[];
  readonly happenings: readonly Happening[];
  /** What the machine answers to each of them. */
  readonly canonical: readonly Given[];
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
    if (!found) return { play, told, ...NOTHING };
    const { happenings } = found;
    const canonical = canonicalAnswers(found);
    const cutShort = reasonToStop(found, canonical);
    if (cutShort) return { play: found.play, told, ...NOTHING, cutShort };
    if (happenings.length > 0 && found.play.asks) return { play: found.play, told, happenings, canonical };
    const tells = found.crashed ? [crash(found.crashed)] : happenings.map((happening, n) => tell(found.play, happening, canonical[n]));
    told.push(...tells);
    play = tells.reduce((after, { done }) => applyOne(after, done), found.play);
  }
}

const NOTHING = { happenings: [], canonical: [] } as const;
/** No two ends have as much to say to each other about one thing. */
const MOST_ARRIVALS = 30;

/** Fewer than the happenings where one of them is no turn. */
function canonicalAnswers({ play, happenings }: Found): readonly Given[] {
  return happenings.flatMap(({ at, event }) => {
    const answer = canonicalMove(play.endpoints[at], event);
    return answer ? [{ at, answer }] : [];
  });
}

function reasonToStop({ play, happenings }: Found, canonical: readonly Given[]): CutShort | null {
  if (play.arrivals > MOST_ARRIVALS) return 'without-end';
  return canonical.length < happenings.length ? 'several-segments' : null;
}

/** Goes on with one answer for each happening of the turn: sends what they send, over the wire or into nothing. */
export function resolve(play: Play, answers: readonly Given[]): { readonly play: Play; readonly done: readonly Done[] } {
  const done = answers.map((given) => doneWith(play, given));
  return { play: done.reduce(applyOne, play), done };
}

/** What stands is asked twice: when a turn is judged, and when its verdict is folded. */
const STANDING = new WeakMap<Happening, { readonly endpoint: Endpoint; readonly answers: readonly Answer[] }>();

/** The answers that stand to a happening of the turn, the canonical one first. */
export function answersAt(play: Pick<Play, 'endpoints'>, happening: Happening): readonly Answer[] {
  const endpoint = play.endpoints[happening.at];
  const known = STANDING.get(happening);
  if (known?.endpoint === endpoint) return known.answers;
  const answers = answersTo(endpoint, happening.event);
  STANDING.set(happening, { endpoint, answers });
  return answers;
}

function crash(at: Role): ToldHappening {
  const answer: Answer = { segment: null, state: 'CLOSED', rules: [], endpoint: CLOSED_ENDPOINT };
  return { at, event: { type: 'crash' }, done: { at, answer, fate: null } };
}

function tell(play: Play, happening: Happening, given: Given | undefined): ToldHappening {
  if (!given) throw new Error('an event without an answer');
  return { ...happening, done: doneWith(play, given) };
}

function doneWith({ planned }: Play, { at, answer }: Given): Done {
  return { at, answer, fate: answer.segment && (planned[at][0]?.fate ?? null) };
}

function applyOne(play: Play, { at, answer, fate }: Done): Play {
  const { segment, endpoint } = answer;
  const hasChosen = endpoint.state !== 'CLOSED' && endpoint.state !== 'LISTEN' && endpoint.iss !== play.endpoints[at].iss;
  return changePlay(play, {
    endpoints: withRole(play.endpoints, at, endpoint),
    chosen: hasChosen ? withRole(play.chosen, at, play.chosen[at] + 1) : play.chosen,
    wire: segment ? sent(play, at, segment, fate) : play.wire,
    planned: segment ? withRole(play.planned, at, play.planned[at].slice(1)) : play.planned,
  });
}
