/** Illegal moves as people make them: each shows a known mistake, and none stands by any reading of the rules. */
import { judge, isPredicted, toRightAnswer, type Ends, type Judgement } from '../match/judge.ts';
import { asProposal } from '../match/bot.ts';
import { MISCONCEPTIONS, misconceptionsIn, type MisconceptionId } from '../match/misconceptions.ts';
import type { Level, Proposal } from '../match/vocabulary.ts';
import type { Happening } from '../scenarios/play.ts';
import { shuffle, type Random } from '../scenarios/random.ts';
import { segmentEnd, type Endpoint } from '../tcp/endpoint.ts';
import { add } from '../tcp/sequence.ts';
import { sameFlags, STATES, type Event, type Flag, type Segment, type Seq, type State } from '../tcp/vocabulary.ts';

export type Mistake = {
  readonly proposal: Proposal;
  /** All that it may be said to show, the likeliest first; never none. */
  readonly shows: readonly [MisconceptionId, ...MisconceptionId[]];
};

/** Every illegal move to a happening that differs from the canonical one in one thing: the segment, a number, or the state. */
export function mistakesAt(ends: Ends, happening: Happening, level: Level): readonly Mistake[] {
  const endpoint = ends.endpoints[happening.at];
  const { event } = happening;
  return wrongMoves(endpoint, happening, judge(ends, happening, null, level).answers, level).flatMap((proposal) => {
    const judgement = judge(ends, happening, proposal, level);
    if (!isPlainlyWrong(proposal, judgement)) return [];
    const answers = judgement.answers.map(toRightAnswer);
    const [first, ...others] = misconceptionsIn({ ...judgement, answers, endpoint, event, proposal });
    return first ? [{ proposal, shows: [first, ...others] as const }] : [];
  });
}

/** Not where only a spelling is wrong (house rules M, M2), nor where each half is right of another answer. */
function isPlainlyWrong({ segment, state }: Proposal, { answers, segmentRight, stateRight }: Judgement): boolean {
  if (segmentRight && (stateRight || answers.some((answer) => answer.state === state))) return false;
  if (segmentRight || segment === null) return true;
  const isSpelling = isPredicted({ flags: segment.flags, state }, answers) && !answers.some((one) => hasFlags(one.segment, segment.flags));
  return !isSpelling;
}

function hasFlags(segment: Segment | null, flags: readonly Flag[]): boolean {
  return segment !== null && sameFlags(segment.flags, flags);
}

function wrongMoves(endpoint: Endpoint, { event }: Happening, [canonical]: Judgement['answers'], level: Level): readonly Proposal[] {
  if (!canonical) throw new Error('an event without an answer');
  const { segment, state } = canonical;
  return [
    ...STATES.map((other) => ({ segment, state: other })),
    ...otherSegments(endpoint, segment, event).map((other) => ({ segment: other, state })),
    ...(segment && level > 1 ? miscounted(segment, endpoint, event).map((other) => ({ segment: other, state })) : []),
  ].map((move: { readonly segment: Segment | null; readonly state: State }) => asProposal(move, level));
}

const COMBINATIONS: readonly (readonly Flag[])[] = [['SYN'], ['SYN', 'ACK'], ['ACK'], ['FIN', 'ACK'], ['RST'], ['RST', 'ACK']];

/** With the numbers of the right segment, or with those that the endpoint would take. */
function otherSegments({ iss, sndNxt, rcvNxt }: Endpoint, right: Segment | null, event: Event): readonly (Segment | null)[] {
  const lengths = event.type === 'send' ? [0, event.len] : [0];
  const segments = COMBINATIONS.flatMap((flags) =>
    lengths.map((len): Segment => {
      const own = flags.includes('SYN') ? (event.iss ?? iss) : sndNxt;
      return { flags, seq: right?.seq ?? own, ack: flags.includes('ACK') ? (right?.ack ?? rcvNxt) : null, len };
    }),
  );
  return [null, ...segments];
}

/** Off by one, the two swapped, and numbers that are at hand. */
function miscounted(right: Segment, { iss }: Endpoint, event: Event): readonly Segment[] {
  const { seq, ack } = right;
  const arrived = event.type === 'segment' ? event.segment : null;
  const seqs = [add(seq, 1), add(seq, -1), iss];
  const acks: readonly Seq[] =
    ack === null ? [] : [add(ack, 1), add(ack, -1), ...(arrived ? [arrived.seq, add(arrived.seq, 1), segmentEnd(arrived)] : [])];
  return [
    ...seqs.map((other) => ({ ...right, seq: other })),
    ...acks.map((other) => ({ ...right, ack: other })),
    ...(ack === null ? [] : [{ ...right, seq: ack, ack: seq }]),
  ];
}

/** What may be said against a move, of which at most one thing is true. */
export const REASONS = 4;

/**
 * In an order drawn: what the mistake shows, and others that it does not show: rather those that people make there, then
 * those that stand near in the list. Where the move is legal, `mistake` is null and none of them is true.
 */
export function reasonsFor(mistake: Mistake | null, possible: readonly Mistake[], random: Random): readonly MisconceptionId[] {
  const truth = mistake ? [mistake.shows[0]] : [];
  const isFalse = (id: MisconceptionId) => !mistake?.shows.includes(id);
  const here = [...new Set(possible.map(({ shows }) => shows[0]))];
  const near = [...new Set([...shuffle(random, here), ...nearest([...truth, ...here])])].filter(isFalse);
  return shuffle(random, [...truth, ...near.slice(0, REASONS - truth.length)]);
}

/** All of them, those that stand nearest to the first of the given ones first. */
function nearest([first]: readonly MisconceptionId[]): readonly MisconceptionId[] {
  const at = first ? MISCONCEPTIONS.indexOf(first) : 0;
  const far = (id: MisconceptionId) => Math.abs(MISCONCEPTIONS.indexOf(id) - at);
  return MISCONCEPTIONS.toSorted((a, b) => far(a) - far(b));
}
