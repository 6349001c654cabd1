/** What a wrong answer shows: the mistake that most likely stands behind it, so that the explanation can speak to that. */
import type { RuleId } from '../tcp/rules.ts';
import { segmentEnd } from '../tcp/endpoint.ts';
import { add, distance } from '../tcp/sequence.ts';
import { orderFlags, sameFlags, type Event, type Flag, type Segment, type State } from '../tcp/vocabulary.ts';
import { PATTERNS, type MisconceptionId, type Pattern, type Sent, type Slip } from './misconception-patterns.ts';
import type { Proposal, Verdict } from './vocabulary.ts';

export { MISCONCEPTIONS, type MisconceptionId } from './misconception-patterns.ts';

/** A wrong answer to what happened, as it was judged. `state`: that in which the event found the endpoint. */
export type Mistake = Pick<Verdict, 'answers' | 'segmentRight' | 'stateRight'> & {
  readonly state: State;
  readonly event: Event;
  readonly proposal: Proposal;
};

/** Null where the answer is right, and where none fits. */
export function misconceptionOf(mistake: Mistake): MisconceptionId | null {
  const shown = PATTERNS.find(({ patterns }) => patterns.some((pattern) => fits(pattern, mistake)));
  return shown?.id ?? null;
}

function fits(pattern: Pattern, mistake: Mistake): boolean {
  const { where, states, arrives, sends, enters, numbers } = pattern;
  if (where && !where.some((id) => canonicalRules(mistake).includes(id))) return false;
  if (states && !states.includes(mistake.state)) return false;
  if (arrives && !brings(mistake.event, arrives)) return false;
  if (sends && (mistake.segmentRight || !sends.some((sent) => isSent(mistake, sent)))) return false;
  if (enters && (mistake.stateRight || !enters.some((state) => isEntered(mistake, state)))) return false;
  return !numbers || slipsOf(mistake).includes(numbers);
}

function canonicalRules({ answers }: Mistake): readonly RuleId[] {
  return answers[0]?.rules ?? [];
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
      return answers.some(({ segment: right }) => right && !flags.includes('ACK') && sameFlags([...flags, 'ACK'], right.flags));
    default:
      return sent satisfies never;
  }
}

function isEntered({ proposal, state }: Mistake, entered: State | 'same' | 'any'): boolean {
  if (entered === 'any') return true;
  return proposal.state === (entered === 'same' ? state : entered);
}

/** How the numbers miss those of the answer that has the same flags; none where those are wrong too, or were not asked for. */
function slipsOf({ proposal: { segment }, answers, segmentRight, event }: Mistake): readonly Slip[] {
  if (segment === null || segment.seq === null || segmentRight) return [];
  const right = answers.find((answer) => hasForm(answer.segment, segment.flags, segment.data))?.segment;
  if (!right) return [];
  const arrived = event.type === 'segment' ? event.segment : null;
  return slips({ seq: segment.seq, ack: segment.ack }, right, arrived);
}

function hasForm(right: Segment | null, flags: readonly Flag[], data: boolean): boolean {
  return right !== null && sameFlags(orderFlags(flags), right.flags) && right.len > 0 === data;
}

function slips({ seq, ack }: Pick<Segment, 'seq' | 'ack'>, right: Segment, arrived: Segment | null): readonly Slip[] {
  const bySeq = distance(right.seq, seq);
  const byAck = right.ack === null || ack === null ? 0 : distance(right.ack, ack);
  const is: Readonly<Record<Slip, boolean>> = {
    swapped: ack !== null && seq === right.ack && ack === right.seq,
    seq: bySeq !== 0,
    'seq+1': bySeq === 1,
    'seq-1': bySeq === -1,
    ack: byAck !== 0,
    'ack+1': byAck === 1,
    'ack-1': byAck === -1,
    'ack=SEQ': byAck !== 0 && ack === arrived?.seq,
    'ack=SEQ+1': byAck !== 0 && arrived !== null && ack === add(arrived.seq, 1),
    'ack=end': byAck !== 0 && arrived !== null && ack === segmentEnd(arrived),
  };
  return (Object.keys(is) as Slip[]).filter((slip) => is[slip]);
}
