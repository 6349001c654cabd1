/** The words of a match. Entries are what is stored; everything else is a fold over them. */
import type { Event, Flag, Role, Segment, Seq, State } from '../tcp/vocabulary.ts';
import type { RuleId } from '../tcp/rules.ts';
import type { MisconceptionId } from './misconception-patterns.ts';

export const LEVELS = [1, 2, 3] as const;
export type Level = (typeof LEVELS)[number];

export const BOT_STRENGTHS = ['novice', 'skilled', 'perfect'] as const;
export type BotStrength = (typeof BOT_STRENGTHS)[number];

/** A player by place: 0 holds the client in the first leg, 1 in the second. */
export type Side = 0 | 1;
export const SIDES = [0, 1] as const;

/** What a player proposes; judged by nobody yet. `segment: null` is "nothing". */
export type Proposal = {
  readonly segment: {
    readonly flags: readonly Flag[];
    /** With the offered data. */
    readonly data: boolean;
    /** From level 2 on; null at level 1. `ack` is null as well where ACK is not among the flags. */
    readonly seq: Seq | null;
    readonly ack: Seq | null;
  } | null;
  readonly state: State;
};

/** What a player predicts of the other's move: flags and state, at every level. */
export type Prediction = {
  readonly flags: readonly Flag[] | null;
  readonly state: State;
};

/** One thing that happened at one end. `offered`: octets of data that the reply may carry. */
export type Ask = { readonly at: Role; readonly event: Event; readonly offered: number };

/** What an endpoint did in a turn: the segment that went out and the state it is in now. */
export type Outcome = {
  readonly at: Role;
  readonly segment: Segment | null;
  readonly state: State;
  /** The wire lost the segment. */
  readonly lost: boolean;
};

/** The variables of an endpoint that its holder is shown (§3.3.1); meaningless in CLOSED and LISTEN. */
export type End = {
  readonly state: State;
  readonly iss: Seq;
  readonly sndUna: Seq;
  readonly sndNxt: Seq;
  readonly rcvNxt: Seq;
};

/** Something that happened without anybody being asked: a server that begins in LISTEN, say, or an end that forgets everything. */
export type Told = { readonly at: Role; readonly event: Event | { readonly type: 'crash' }; readonly outcome: Outcome };

/** One of the answers that stand. The first of a list is the canonical one. */
export type RightAnswer = {
  readonly segment: Segment | null;
  readonly state: State;
  /** The rules that give it, in the order in which they fired. */
  readonly rules: readonly RuleId[];
};

/** What a wrong segment would have caused at the other end, or what a wrong "nothing" would have left to a timer. */
export type Ghost =
  | {
      readonly kind: 'segment';
      readonly segment: Segment;
      /** The peer's state before and after, what it would have answered, and by which rules. */
      readonly from: State;
      readonly to: State;
      readonly reply: Segment | null;
      readonly rules: readonly RuleId[];
    }
  /** `running` is false where no timer would ever have put it right. */
  | { readonly kind: 'silence'; readonly timer: 'retransmission'; readonly running: boolean };

/** Why a spelling other than the canonical one was taken as right (house rules M and M2). */
export type Spelling = 'fin-without-ack' | 'rst-ack';

/**
 * Who answered for the seat: its player, who may be a bot that the match was made with; a bot in a player's place; nobody where
 * time ran out while the player was away. Only what the player answered, or missed, counts.
 */
export type By = 'player' | 'bot' | 'nobody';

export type Verdict = {
  readonly kind: 'move';
  readonly at: Role;
  /** Null where time ran out. */
  readonly chosen: Proposal | null;
  readonly by: By;
  readonly segmentRight: boolean;
  readonly stateRight: boolean;
  /** Which of `answers` the connection went on with. */
  readonly took: number;
  readonly answers: readonly RightAnswer[];
  readonly spelling: Spelling | null;
  readonly ghost: Ghost | null;
  /** Which known mistake a wrong answer shows; null where none, and in what was stored before there was a list of them. */
  readonly misconception: MisconceptionId | null;
  readonly points: Points;
};

export type PredictionVerdict = {
  readonly kind: 'prediction';
  readonly chosen: Prediction | null;
  readonly by: By;
  readonly right: boolean;
  readonly points: Points;
};

/** Points of one answer: whole numbers, never negative. `total` is what counts. */
export type Points = { readonly base: number; readonly streak: number; readonly speed: number; readonly total: number };

export type Settings = {
  readonly level: Level;
  /** 10 to 300; null is untimed play. */
  readonly turnSeconds: number | null;
  /** Off: an answer at once earns no more than a late one, also in timed play. */
  readonly speedPoints: boolean;
  readonly scenario: string;
  /** A tutorial goes one leg against a bot and counts nowhere. Those of a class and homework were set by an instructor. */
  readonly kind: 'quick' | 'invited' | 'bot' | 'tutorial' | 'rematch' | 'class' | 'homework';
};

/** The name of one whose data has been erased; nobody else has it, and pages have words for it. */
export const FORMER_PLAYER = '';

/** Who sits where. `bot` is the strength of a bot that the match was made with, null for a person. */
export type Party = { readonly playerId: string | null; readonly name: string; readonly bot: BotStrength | null };

export const END_REASONS = ['played', 'resigned', 'abandoned', 'stopped'] as const;
export type EndReason = (typeof END_REASONS)[number];

/**
 * What is stored of a match, append-only. Instants are milliseconds since 1970 by the host's clock.
 * The n-th entry brings the match to version n.
 */
export type Entry =
  /** A turn opens. `connection` counts the connections of the leg from 0; it begins anew where that changes. */
  | {
      readonly type: 'opened';
      readonly turn: number;
      readonly leg: 0 | 1;
      readonly connection: number;
      readonly told: readonly Told[];
      readonly asks: readonly Ask[];
      /** Both endpoints as the turn finds them; null where the viewer may not see. */
      readonly ends: Readonly<Record<Role, End | null>>;
      /** Null in untimed play. */
      readonly deadline: number | null;
    }
  | {
      readonly type: 'sealed';
      readonly turn: number;
      readonly side: Side;
      readonly answer: Proposal | Prediction;
      readonly ms: number;
      readonly by: 'player' | 'bot';
    }
  /** Both have answered, or time is up: `verdicts[side]`. */
  | {
      readonly type: 'closed';
      readonly turn: number;
      readonly verdicts: readonly [Verdict | PredictionVerdict, Verdict | PredictionVerdict];
      readonly outcomes: readonly Outcome[];
      readonly until: number | null;
    }
  | { readonly type: 'ready'; readonly turn: number; readonly side: Side }
  /** The last link of a player is gone, or the player left on purpose; a bot takes the seat at `until`. */
  | { readonly type: 'away'; readonly side: Side; readonly onPurpose: boolean; readonly until: number }
  | { readonly type: 'back'; readonly side: Side }
  | { readonly type: 'bot-took'; readonly side: Side }
  /** Play goes on after a pause, of the host, of both players or by their instructor: the open turn gets its full time again. */
  | { readonly type: 'resumed'; readonly turn: number; readonly deadline: number | null; readonly until: number | null }
  /** The instructor has paused the match; `resumed` ends that. */
  | { readonly type: 'halted' }
  /** The instructor has given the open turn `ms` more. */
  | { readonly type: 'extended'; readonly turn: number; readonly ms: number; readonly deadline: number }
  /** An instructor has taken the turn out of what counts, in play or after the end. */
  | { readonly type: 'voided'; readonly turn: number }
  | { readonly type: 'disputed'; readonly turn: number; readonly side: Side; readonly comment: string }
  | { readonly type: 'rematch-offered'; readonly side: Side }
  | { readonly type: 'rematch-agreed'; readonly matchId: string }
  /** `winner` is null for a draw. */
  | { readonly type: 'ended'; readonly reason: EndReason; readonly by: Side | null; readonly winner: Side | null };
export type EntryType = Entry['type'];
