/** One row for each move that was judged: what an instructor reads, exports and analyses, without a match to fold. */
import { orderFlags, type Role, type Segment, type State } from '../tcp/vocabulary.ts';
import type { RuleId } from '../tcp/rules.ts';
import { causeOf, fieldsOf, flagsOf } from '../scenarios/text/ladder.ts';
import type { Match } from './match.ts';
import type { MisconceptionId } from './misconception-patterns.ts';
import type { TurnView } from './view.ts';
import { SIDES, type By, type Entry, type Level, type Proposal, type Side, type Verdict } from './vocabulary.ts';

export type JudgedMove = {
  readonly turn: number;
  readonly leg: 0 | 1;
  readonly side: Side;
  readonly seat: Role;
  /** As the event found it. */
  readonly state: State;
  /** What happened, as ladders in plain text write it: "closes", "gets FIN,ACK", from level 2 on "gets FIN,ACK seq=300 ack=101". */
  readonly event: string;
  /** Those of the canonical answer, in the order in which they fired. */
  readonly rules: readonly RuleId[];
  readonly misconception: MisconceptionId | null;
  readonly segmentRight: boolean;
  readonly stateRight: boolean;
  readonly points: number;
  /** Milliseconds from when the turn opened, or began anew after a pause; null where time ran out. */
  readonly ms: number | null;
  /** As ladders in plain text write it: "SYN,ACK seq=800 ack=301", "FIN,ACK" at level 1, "ACK+data", "nothing". Null where time ran out. */
  readonly chosenSegment: string | null;
  readonly chosenState: State | null;
  /** Those of the canonical answer, as a proposal would say them. Another answer may have been right too. */
  readonly expectedSegment: string;
  readonly expectedState: State;
  /** Only what the player answered, or missed, counts, and only in a turn that is not voided. */
  readonly by: By;
  readonly voided: boolean;
};

/** The moves of people's seats so far, turn by turn; none of a seat that the match was made with a bot for. `entries`: all of the match. */
export function judgedMovesOf(match: Match, entries: readonly Entry[]): readonly JudgedMove[] {
  const people = SIDES.filter((side) => match.record.parties[side].bot === null);
  const times = new Map(entries.flatMap((entry) => (entry.type === 'sealed' ? [[`${entry.turn} ${entry.side}`, entry.ms] as const] : [])));
  return match.view.turns.flatMap((turn) =>
    people.flatMap((side) => {
      const verdict = turn.closed?.verdicts[side];
      const ms = times.get(`${turn.turn} ${side}`) ?? null;
      return verdict?.kind === 'move' ? [toRow(turn, side, verdict, ms, match.record.settings.level)] : [];
    }),
  );
}

function toRow(turn: TurnView, side: Side, verdict: Verdict, ms: number | null, level: Level): JudgedMove {
  const { at, answers, chosen, by, misconception, segmentRight, stateRight, points } = verdict;
  const [canonical] = answers;
  const state = turn.ends[at]?.state;
  const event = turn.asks.find((ask) => ask.at === at)?.event;
  if (!canonical || !state || !event) throw new Error('a verdict without a question, or without an answer');
  return {
    turn: turn.turn,
    leg: turn.leg,
    side,
    seat: at,
    state,
    event: causeOf(event, level === 1 ? flagsOf : fieldsOf),
    rules: canonical.rules,
    misconception,
    segmentRight,
    stateRight,
    points: points.total,
    ms,
    chosenSegment: chosen && textOf(chosen.segment),
    chosenState: chosen?.state ?? null,
    expectedSegment: textOf(asProposed(canonical.segment, level)),
    expectedState: canonical.state,
    by,
    voided: turn.voided,
  };
}

/** At level 1 nobody says numbers. */
function asProposed(segment: Segment | null, level: Level): Proposal['segment'] {
  if (segment === null) return null;
  const { flags, len, seq, ack } = segment;
  return { flags, data: len > 0, seq: level === 1 ? null : seq, ack: level === 1 ? null : ack };
}

function textOf(segment: Proposal['segment']): string {
  if (segment === null) return 'nothing';
  const { flags, data, seq, ack } = segment;
  const numbers = [...(seq === null ? [] : [`seq=${seq}`]), ...(ack === null ? [] : [`ack=${ack}`])];
  return [`${orderFlags(flags).join(',')}${data ? '+data' : ''}`, ...numbers].join(' ');
}
