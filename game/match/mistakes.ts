/** Illegal moves as people make them: each shows a known mistake, and none stands by any reading of the rules. */
import { holdAgainst, isPredicted, toRightAnswer, type Ends, type Held } from './judge.ts';
import { misconceptionsAt, type MisconceptionId } from './misconceptions.ts';
import { asProposal } from './typical-mistakes.ts';
import type { Level, Proposal } from './vocabulary.ts';
import { answersAt, type Happening } from '../scenarios/play.ts';
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
  const answers = answersAt(ends, happening);
  const shownBy = misconceptionsAt({ answers: answers.map(toRightAnswer), endpoint, event: happening.event });
  return wrongMoves(endpoint, happening, answers, level).flatMap((proposal) => {
    const held = holdAgainst(answers, proposal, level);
    if (!isPlainlyWrong(proposal, held)) return [];
    const [first, ...others] = shownBy({ ...held, proposal });
    return first ? [{ proposal, shows: [first, ...others] as const }] : [];
  });
}

/** Not where only a spelling is wrong (house rules M, M2), nor where each half is right of another answer. */
export function isPlainlyWrong({ segment, state }: Proposal, { answers, segmentRight, stateRight }: Held): boolean {
  if (segmentRight && (stateRight || answers.some((answer) => answer.state === state))) return false;
  if (segmentRight || segment === null) return true;
  const isSpelling = isPredicted({ flags: segment.flags, state }, answers) && !answers.some((one) => hasFlags(one.segment, segment.flags));
  return !isSpelling;
}

function hasFlags(segment: Segment | null, flags: readonly Flag[]): boolean {
  return segment !== null && sameFlags(segment.flags, flags);
}

function wrongMoves(endpoint: Endpoint, { event }: Happening, [canonical]: Held['answers'], level: Level): readonly Proposal[] {
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
  const offered = event.type === 'send' ? [event.len] : [];
  const segments = COMBINATIONS.flatMap((flags) =>
    [0, ...(carriesData(flags) ? offered : [])].map((len): Segment => {
      const own = flags.includes('SYN') ? (event.iss ?? iss) : sndNxt;
      return { flags, seq: right?.seq ?? own, ack: flags.includes('ACK') ? (right?.ack ?? rcvNxt) : null, len };
    }),
  );
  return [null, ...segments];
}

/** Nobody thinks that a SYN,ACK or a RST does. */
function carriesData(flags: readonly Flag[]): boolean {
  return sameFlags(flags, ['ACK']) || sameFlags(flags, ['FIN', 'ACK']);
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
