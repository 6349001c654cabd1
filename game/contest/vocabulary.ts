/** The words of a class session. Entrants are numbered from 0 in the order in which they came. */
import type { MisconceptionId } from '../match/misconceptions.ts';
import type { By, Proposal, Side } from '../match/vocabulary.ts';
import type { RuleId } from '../tcp/rules.ts';
import type { Event, State } from '../tcp/vocabulary.ts';

/** Two entrants of a round. `one` holds the client in the first leg; `other` is null where `one` plays a bot. */
export type Pair = { readonly one: number; readonly other: number | null };

/** First-try answers of people: how many were asked, and how many had segment and state right. */
export type Tally = { readonly asked: number; readonly right: number };
/** By the rule that decides, in the state in which it was asked. */
export type HardRule = Tally & { readonly rule: RuleId; readonly state: State };
export type HeatState = Tally & { readonly state: State };

/** The turn of a round that most got wrong. `matchId`: one in which the most frequent wrong answer was given, at `turn` by `side`. */
export type HardestTurn = Tally & {
  readonly matchId: string;
  readonly turn: number;
  readonly side: Side;
  /** Null where all who were wrong let the time run out. */
  readonly wrong: { readonly proposal: Proposal | null; readonly count: number };
};

/** A judged move, as far as what is hard hangs on it. */
export type AnsweredMove = {
  readonly matchId: string;
  readonly turn: number;
  readonly leg: 0 | 1;
  readonly side: Side;
  /** As the event found it. */
  readonly state: State;
  readonly event: Event;
  /** Of the canonical answer, in the order in which they fired. */
  readonly rules: readonly RuleId[];
  /** Null where time ran out. */
  readonly chosen: Proposal | null;
  readonly segmentRight: boolean;
  readonly stateRight: boolean;
  readonly misconception: MisconceptionId | null;
  /** `player` for everybody with a place in the session, and in a rehearsal these are bots; moves of the bot beside an odd one out are not given. */
  readonly by: By;
  readonly voided: boolean;
};
