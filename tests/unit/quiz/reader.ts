/** One who knows RFC 9293 and sees no more than the picture of a question: what the end that is asked about must be like. */
import type { Outcome } from '#game/match/vocabulary.ts';
import { movesTo, type Answer } from '#game/tcp/answers.ts';
import { CLOSED_ENDPOINT, segmentLength, type Endpoint } from '#game/tcp/endpoint.ts';
import { add } from '#game/tcp/sequence.ts';
import { sameSegment, type Role, type Seq, type State } from '#game/tcp/vocabulary.ts';
import type { Scene, SceneAct } from '#game/quiz/vocabulary.ts';

/** Null where the picture does not tell. */
export function readEndpoint({ before, moments }: Scene, at: Role): Endpoint | null {
  const acts = moments.flat().filter((act) => act.at === at && act.outcome !== null);
  const now = acts.at(-1)?.outcome?.state ?? before[at];
  if (now === 'CLOSED' || now === 'LISTEN') return withoutConnection(now);
  return possibleEnds(before[at], acts, ({ state }, outcome) => state === outcome.state)[0] ?? null;
}

/** The states that the end can have come to, by what it has sent: the picture hides them. */
export function readStates({ before, moments }: Scene, at: Role): readonly State[] {
  const acts = moments.flat().filter((act) => act.at === at);
  return [...new Set(possibleEnds(before[at], acts, () => true).map(({ state }) => state))];
}

type Fits = (answer: Answer, outcome: Outcome) => boolean;

function possibleEnds(before: State, acts: readonly SceneAct[], fits: Fits): readonly Endpoint[] {
  return beginningsOf(before, acts).flatMap((begun) => acts.reduce<readonly Endpoint[]>((ends, act) => follow(ends, act, fits), [begun]));
}

/** The end after what it did, if it can have done so. */
function follow(ends: readonly Endpoint[], { event, outcome }: SceneAct, fits: Fits): readonly Endpoint[] {
  if (event.type === 'crash') return [CLOSED_ENDPOINT];
  const answers = ends.flatMap((endpoint) => movesTo(endpoint, event));
  return answers.flatMap((answer) =>
    outcome && sameSegment(answer.segment, outcome.segment) && fits(answer, outcome) ? [answer.endpoint] : [],
  );
}

function withoutConnection(state: 'CLOSED' | 'LISTEN'): Endpoint {
  return state === 'CLOSED' ? CLOSED_ENDPOINT : { ...CLOSED_ENDPOINT, state, opened: 'passive' };
}

/** A connection that is at rest shows its numbers by what it sends first. */
function beginningsOf(state: State, acts: readonly SceneAct[]): readonly Endpoint[] {
  if (state === 'CLOSED' || state === 'LISTEN') return [withoutConnection(state)];
  const telling = acts.find(({ outcome }) => outcome?.segment && outcome.segment.ack !== null);
  const sent = telling?.outcome?.segment;
  if (!telling || !sent || sent.ack === null) return [];
  const arrived = telling.event.type === 'segment' ? segmentLength(telling.event.segment) : 0;
  return [add(sent.ack, -arrived), sent.ack].map((rcvNxt) => atRest(state, sent.seq, rcvNxt));
}

function atRest(state: State, sndNxt: Seq, rcvNxt: Seq): Endpoint {
  const isOurFinOut = !['ESTABLISHED', 'CLOSE_WAIT'].includes(state);
  const [iss, irs] = [add(sndNxt, -1_000), add(rcvNxt, -1_000)];
  const window = { sndWl1: add(rcvNxt, -1), sndWl2: sndNxt };
  return {
    ...CLOSED_ENDPOINT,
    state,
    opened: 'active',
    iss,
    irs,
    sndUna: sndNxt,
    sndNxt,
    rcvNxt,
    ...window,
    finSeq: isOurFinOut ? add(sndNxt, -1) : null,
  };
}
