/** A proposal held against the answers that stand (house rules), and what a wrong one would have done. */
import type { Endpoint } from '../tcp/endpoint.ts';
import type { Answer } from '../tcp/answers.ts';
import { step } from '../tcp/step.ts';
import { orderFlags, otherRole, sameFlags, type Flag, type Segment } from '../tcp/vocabulary.ts';
import { answersAt, type Happening, type Play } from '../scenarios/play.ts';
import type { Ghost, Level, Prediction, Proposal, RightAnswer, Spelling } from './vocabulary.ts';

export type Judgement = {
  readonly answers: readonly Answer[];
  /** Index of the answer that the connection goes on with: the one that was met, else the canonical one. */
  readonly took: number;
  readonly segmentRight: boolean;
  readonly stateRight: boolean;
  readonly spelling: Spelling | null;
  /** Null where the segment was right, and where time ran out. */
  readonly ghost: Ghost | null;
};

/** The two ends as a happening finds them: of a play, or of a captured connection. */
export type Ends = Pick<Play, 'endpoints'>;

/** Judges what the holder of an endpoint proposes to a happening; `proposal` is null where time ran out. */
export function judge(play: Ends, happening: Happening, proposal: Proposal | null, level: Level): Judgement {
  const answers = answersAt(play, happening);
  if (proposal === null) return { ...missing(answers), ghost: null };
  const { took, segmentRight, stateRight, spelling } = holdAgainst(answers, proposal, level);
  const ghost = segmentRight ? null : ghostOf(play, happening, proposal, answers[0]?.segment ?? null);
  return { answers, took, segmentRight, stateRight, spelling, ghost };
}

/** As much of a judgement as hangs on nothing but the answers that stand. */
export type Held = Omit<Judgement, 'ghost'>;

function missing(answers: readonly Answer[]): Held {
  return { answers, took: 0, segmentRight: false, stateRight: false, spelling: null };
}

export function holdAgainst(answers: readonly Answer[], proposal: Proposal, level: Level): Held {
  const missed = missing(answers);
  const met = findMet(proposal, answers, level);
  const segmentMet = answers.find((answer) => isSegment(proposal, answer, level));
  if (met >= 0) return { ...missed, took: met, segmentRight: true, stateRight: true, spelling: spellingOf(proposal, answers[met]) };
  // Both parts may be right, each of another answer: then the segment counts and the state does not follow from it.
  if (segmentMet) return { ...missed, segmentRight: true, spelling: spellingOf(proposal, segmentMet) };
  return { ...missed, stateRight: answers.some((answer) => proposal.state === answer.state) };
}

/** The answer as it is spelled goes before one that another spelling meets: the connection goes on with what was chosen. */
function findMet(proposal: Proposal, answers: readonly Answer[], level: Level): number {
  const isMet = (answer: Answer) => proposal.state === answer.state && isSegment(proposal, answer, level);
  const spelled = answers.findIndex((answer) => isMet(answer) && spellingOf(proposal, answer) === null);
  return spelled >= 0 ? spelled : answers.findIndex(isMet);
}

/** Whether a prediction names the flags and the state of one of the answers. Spellings are free, as at level 1. */
export function isPredicted(prediction: Prediction, answers: readonly Answer[]): boolean {
  const proposal: Proposal = {
    segment: prediction.flags && { flags: prediction.flags, data: false, seq: null, ack: null },
    state: prediction.state,
  };
  return answers.some((answer) => prediction.state === answer.state && hasFlags(proposal.segment?.flags ?? null, answer.segment, 1));
}

export function toRightAnswer({ segment, state, rules }: Answer): RightAnswer {
  return { segment, state, rules };
}

function isSegment({ segment }: Proposal, { segment: right }: Answer, level: Level): boolean {
  if (!hasFlags(segment?.flags ?? null, right, level)) return false;
  if (segment === null || right === null) return true;
  if (segment.data !== right.len > 0) return false;
  return level === 1 || (segment.seq === right.seq && (right.ack === null || segment.ack === right.ack));
}

/** At level 1 both spellings of FIN and of RST stand (house rules M, M2). */
function hasFlags(flags: readonly Flag[] | null, right: Segment | null, level: Level): boolean {
  if (flags === null || right === null) return flags === null && right === null;
  return sameFlags(flags, right.flags) || (level === 1 && isOtherSpelling(flags, right.flags));
}

function isOtherSpelling(flags: readonly Flag[], right: readonly Flag[]): boolean {
  if (right.includes('FIN')) return sameFlags(flags, ['FIN']) && sameFlags(right, ['FIN', 'ACK']);
  return right.includes('RST') && [flags, right].every((one) => sameFlags([...one, 'ACK'], ['RST', 'ACK']));
}

function spellingOf({ segment }: Proposal, answer: Answer | undefined): Spelling | null {
  if (!segment || !answer?.segment || sameFlags(segment.flags, answer.segment.flags)) return null;
  return segment.flags.includes('FIN') ? 'fin-without-ack' : 'rst-ack';
}

/** What the wrong segment does at the peer, or which timer a wrong "nothing" is left to. */
function ghostOf(play: Ends, { at, event }: Happening, proposal: Proposal, right: Segment | null): Ghost {
  const peer = play.endpoints[otherRole(at)];
  if (proposal.segment === null) {
    // The peer sends again what was not acknowledged; where our own timer ran out, it runs out once more.
    const running = peer.unacked.length > 0 || event.type === 'timeout';
    return { kind: 'silence', timer: 'retransmission', running };
  }
  const segment = asSegment(proposal.segment, play.endpoints[at], right, event.iss);
  const { endpoint, segments, rules } = step(peer, { type: 'segment', segment });
  return { kind: 'segment', segment, from: peer.state, to: endpoint.state, reply: segments[0] ?? null, rules };
}

/** What a proposal puts on the wire, right or wrong. */
export function segmentProposed(play: Ends, happening: Happening, { segment }: Proposal): Segment | null {
  const { at, event } = happening;
  return segment && asSegment(segment, play.endpoints[at], answersAt(play, happening)[0]?.segment ?? null, event.iss);
}

/** The proposal as it would go out; numbers that were not asked for are those of the right answer, or the endpoint's own. */
function asSegment(proposed: NonNullable<Proposal['segment']>, endpoint: Endpoint, right: Segment | null, iss = endpoint.iss): Segment {
  const flags = orderFlags(proposed.flags);
  const ownSeq = flags.includes('SYN') ? iss : endpoint.sndNxt;
  return {
    flags,
    seq: proposed.seq ?? right?.seq ?? ownSeq,
    ack: flags.includes('ACK') ? (proposed.ack ?? right?.ack ?? endpoint.rcvNxt) : null,
    len: proposed.data ? Math.max(1, right?.len ?? 0) : 0,
  };
}

/** Octets that the reply to a happening may carry. */
export function offeredBy({ event }: Happening): number {
  return event.type === 'send' ? event.len : 0;
}
