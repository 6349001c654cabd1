/** One who knows RFC 9293 and sees no more than the picture of a question: what the end that is asked about must be like. */
import { movesTo } from '#game/tcp/answers.ts';
import { CLOSED_ENDPOINT, segmentLength, type Endpoint } from '#game/tcp/endpoint.ts';
import { add } from '#game/tcp/sequence.ts';
import { sameSegment, type Role, type Seq, type State } from '#game/tcp/vocabulary.ts';
import type { Scene, SceneAct } from '#game/quiz/vocabulary.ts';

/** Null where the picture does not tell. */
export function readEndpoint({ before, moments }: Scene, at: Role): Endpoint | null {
  const acts = moments.flat().filter((act) => act.at === at && act.outcome !== null);
  const possible = beginningsOf(before[at], acts);
  return possible.map((begun) => acts.reduce<Endpoint | null>(follow, begun)).find((end) => end !== null) ?? null;
}

/** The end after what it did, if it can have done so. */
function follow(endpoint: Endpoint | null, { event, outcome }: SceneAct): Endpoint | null {
  if (!endpoint || !outcome) return null;
  if (event.type === 'crash') return CLOSED_ENDPOINT;
  const met = movesTo(endpoint, event).find(({ segment, state }) => state === outcome.state && sameSegment(segment, outcome.segment));
  return met?.endpoint ?? null;
}

/** A connection that is at rest shows its numbers by what it sends first. */
function beginningsOf(state: State, acts: readonly SceneAct[]): readonly Endpoint[] {
  if (state === 'CLOSED') return [CLOSED_ENDPOINT];
  if (state === 'LISTEN') return [{ ...CLOSED_ENDPOINT, state, opened: 'passive' }];
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
