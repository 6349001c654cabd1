/** What a wrong answer shows: the mistake that most likely stands behind it, so that the explanation can speak to that. */
import type { RuleId } from '../tcp/rules.ts';
import { segmentEnd, type Endpoint } from '../tcp/endpoint.ts';
import { add, distance } from '../tcp/sequence.ts';
import { orderFlags, sameFlags, type Event, type Flag, type Segment, type Seq, type State } from '../tcp/vocabulary.ts';
import { PATTERNS, type MisconceptionId, type Pattern, type Sent, type Slip } from './misconception-patterns.ts';
import type { Proposal, Verdict } from './vocabulary.ts';

export { MISCONCEPTIONS, type MisconceptionId } from './misconception-patterns.ts';

/** A wrong answer to what happened, as it was judged. `endpoint`: as the event found it. */
export type Mistake = Pick<Verdict, 'answers' | 'segmentRight' | 'stateRight'> & {
  readonly endpoint: Pick<Endpoint, 'state' | 'iss' | 'irs' | 'finSeq'>;
  readonly event: Event;
  readonly proposal: Proposal;
};

/** Null where the answer is right, and where none fits. */
export function misconceptionOf(mistake: Mistake): MisconceptionId | null {
  if (mistake.segmentRight && mistake.stateRight) return null;
  const slips = slipsOf(mistake);
  const isShown = (one: Pattern) => isAsked(one, mistake) && isAnsweredSo(one, mistake, slips);
  return PATTERNS.find(({ patterns }) => patterns.some(isShown))?.id ?? null;
}

/** All that a wrong answer may be said to show, the likeliest first. */
export function misconceptionsIn(mistake: Mistake): readonly MisconceptionId[] {
  return misconceptionsAt(mistake)(mistake);
}

/** What was to be answered, and what was answered in place of it. */
type Situation = Pick<Mistake, 'answers' | 'endpoint' | 'event'>;
type Wrong = Pick<Mistake, 'proposal' | 'segmentRight' | 'stateRight'>;

/** `misconceptionsIn` for many wrong answers to one thing: most patterns have no say there, whatever is answered. */
export function misconceptionsAt({ answers, endpoint, event }: Situation): (wrong: Wrong) => readonly MisconceptionId[] {
  const rows = PATTERNS.map(({ id, patterns }) => ({ id, patterns: patterns.filter((one) => isAsked(one, { answers, endpoint, event })) }));
  const fitting = rows.filter(({ patterns }) => patterns.length > 0);
  return ({ proposal, segmentRight, stateRight }) => {
    const mistake = { answers, endpoint, event, proposal, segmentRight, stateRight };
    const slips = slipsOf(mistake);
    return fitting.filter(({ patterns }) => patterns.some((one) => isAnsweredSo(one, mistake, slips))).map(({ id }) => id);
  };
}

/** All that make wrong answers like this one, there or elsewhere: of the others it can be said that they are not what stands behind it. */
export function misconceptionsLike(mistake: Mistake): readonly MisconceptionId[] {
  const slips = slipsOf(mistake);
  return PATTERNS.filter(({ patterns }) => patterns.some((pattern) => isAnsweredSo(pattern, mistake, slips))).map(({ id }) => id);
}

function isAsked({ where, except, wants, states, arrives }: Pattern, mistake: Situation): boolean {
  if (where && !isGivenBy(mistake, where)) return false;
  if (except && isGivenBy(mistake, except)) return false;
  if (wants && !isWanted(mistake, wants)) return false;
  if (states && !states.includes(mistake.endpoint.state)) return false;
  return !arrives || brings(mistake.event, arrives);
}

function isAnsweredSo({ sends, enters, numbers }: Pattern, mistake: Mistake, slips: readonly Slip[]): boolean {
  if (sends && (mistake.segmentRight || !sends.some((sent) => isSent(mistake, sent)))) return false;
  if (enters && (mistake.stateRight || !enters.some((state) => isEntered(mistake, state)))) return false;
  return !numbers || slips.includes(numbers);
}

function isGivenBy({ answers }: Situation, rules: readonly RuleId[]): boolean {
  return answers[0]?.rules.some((id) => rules.includes(id)) ?? false;
}

function isWanted({ answers }: Situation, wanted: NonNullable<Pattern['wants']>): boolean {
  const right = answers[0]?.segment ?? null;
  return wanted === 'nothing' ? right === null : right !== null && right.len === 0 && sameFlags(right.flags, ['ACK']);
}

function brings(event: Event, what: NonNullable<Pattern['arrives']>): boolean {
  if (event.type !== 'segment') return false;
  const { flags, len } = event.segment;
  switch (what) {
    case 'data':
      return len > 0;
    case 'bare ACK':
      return len === 0 && sameFlags(flags, ['ACK']);
    case 'SYN':
    case 'FIN':
      return flags.includes(what);
    default:
      return what satisfies never;
  }
}

function isSent({ proposal: { segment }, answers }: Mistake, sent: Sent): boolean {
  if (segment === null) return sent === 'nothing';
  const { flags, data } = segment;
  switch (sent) {
    case 'nothing':
      return false;
    case 'something':
      return true;
    case 'data':
      return data;
    case '+SYN':
    case '+FIN':
    case '+RST':
      return flags.includes(sent.slice(1) as Flag);
    case 'SYN':
    case 'ACK':
      return !data && sameFlags(flags, [sent]);
    case 'without ACK':
      return isWithoutItsAck(flags, answers);
    default:
      return sent satisfies never;
  }
}

function isWithoutItsAck(flags: readonly Flag[], answers: Mistake['answers']): boolean {
  const isRight = (some: readonly Flag[]) => answers.some(({ segment }) => segment && sameFlags(some, segment.flags));
  return !flags.includes('ACK') && !isRight(flags) && isRight([...flags, 'ACK']);
}

function isEntered({ proposal, endpoint: { state } }: Mistake, entered: State | 'same' | 'any'): boolean {
  if (entered === 'any') return true;
  return proposal.state === (entered === 'same' ? state : entered);
}

/** How the numbers miss those of the answer that has the same flags; none where those are wrong too, or were not asked for. */
function slipsOf({ proposal: { segment }, answers, segmentRight, event, endpoint }: Mistake): readonly Slip[] {
  if (segment === null || segment.seq === null || segmentRight) return [];
  const right = answers.find((answer) => hasForm(answer.segment, segment.flags, segment.data))?.segment;
  if (!right) return [];
  const arrived = event.type === 'segment' ? event.segment : null;
  const is = { ...seqSlips(segment.seq, right, endpoint), ...ackSlips(segment.ack, right, endpoint, arrived) };
  const isSwapped = segment.ack !== null && segment.seq === right.ack && segment.ack === right.seq;
  return [...(isSwapped ? (['swapped'] as const) : []), ...(Object.keys(is) as (keyof typeof is)[]).filter((slip) => is[slip])];
}

function hasForm(right: Segment | null, flags: readonly Flag[], data: boolean): boolean {
  return right !== null && sameFlags(orderFlags(flags), right.flags) && right.len > 0 === data;
}

function seqSlips(seq: Seq, right: Segment, { iss, finSeq }: Mistake['endpoint']) {
  const by = distance(right.seq, seq);
  return { seq: by !== 0, 'seq+1': by === 1, 'seq=SYN': by === -1 && seq === iss, 'seq=FIN': by === -1 && seq === finSeq };
}

function ackSlips(ack: Seq | null, right: Segment, { irs }: Mistake['endpoint'], arrived: Segment | null) {
  const by = right.ack === null || ack === null ? 0 : distance(right.ack, ack);
  const theirs = arrived?.flags.includes('SYN') ? [irs, arrived.seq] : [irs];
  return {
    'ack+1': by === 1,
    'ack-1': by === -1,
    'ack=SYN': by === -1 && theirs.some((syn) => syn === ack),
    'ack=SEQ': by !== 0 && ack === arrived?.seq,
    'ack=SEQ+1': by !== 0 && arrived !== null && ack === add(arrived.seq, 1),
    'ack=end': by !== 0 && arrived !== null && ack === segmentEnd(arrived),
  };
}
