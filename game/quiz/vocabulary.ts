/** The words of the quiz. A question is made from a source; its key, which tells what is right, is made with it and may stay behind. */
import type { MisconceptionId } from '../match/misconceptions.ts';
import type { Outcome, Told } from '../match/vocabulary.ts';
import type { RuleId } from '../tcp/rules.ts';
import type { Event, Flag, Role, Segment, Seq, State } from '../tcp/vocabulary.ts';
import type { ConceptId } from './concepts.ts';

/** Of the rules; a concept has one kind of its own. */
const RULE_KINDS = [
  /** In S, E happens: segment and state? */
  'answer',
  /** Which event led from S to T? */
  'event',
  /** Which segment is missing on this ladder? */
  'missing-segment',
  /** Fill in SEQ and ACK. */
  'numbers',
  /** Which of these two moves is illegal, and why? */
  'illegal',
  /** Order these states. */
  'order',
  /** Which end is it that stands in TIME_WAIT? */
  'time-wait',
  /** A line of ss or netstat: what happened, and who has to act? */
  'socket',
  /** Which misconception does this move show? */
  'misconception',
] as const;
export type RuleKind = (typeof RULE_KINDS)[number];
export const QUESTION_KINDS = [...RULE_KINDS, 'concept'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** What is remembered or forgotten: one card a rule and one a concept. */
export type CardId = `rule:${RuleId}` | `concept:${ConceptId}`;

/** The same source makes the same question. `seed`: 0 to 2^31 − 1. */
export type QuestionSource = { readonly kind: QuestionKind; readonly card: CardId; readonly seed: number };

/** A ladder: what each end is in before, and what happens, the simultaneous side by side. */
export type Scene = { readonly before: Readonly<Record<Role, State>>; readonly moments: readonly (readonly SceneAct[])[] };
export type SceneAct = {
  readonly at: Role;
  readonly event: Told['event'];
  /** Null where it is what is asked. */
  readonly outcome: Outcome | null;
};

/** A move as a choice shows it. */
export type Move = { readonly segment: Segment | null; readonly state: State };
export const CHOICE_KEYS = ['a', 'b', 'c', 'd'] as const;
export type ChoiceKey = (typeof CHOICE_KEYS)[number];

export type Choice =
  | { readonly type: 'move'; readonly move: Move }
  | { readonly type: 'event'; readonly event: Event }
  | { readonly type: 'segment'; readonly from: Role; readonly segment: Segment }
  | { readonly type: 'ends'; readonly who: Role | 'both' | 'neither' }
  /** Which of the two moves of the question is illegal, and what speaks against it. */
  | { readonly type: 'illegal'; readonly move: 0 | 1; readonly why: MisconceptionId | RuleId }
  | { readonly type: 'misconception'; readonly id: MisconceptionId }
  /** One of the stories that a line of ss can tell; `messages`, "quiz.stories". */
  | { readonly type: 'story'; readonly id: string }
  /** Its words are the concept's. */
  | { readonly type: 'concept'; readonly key: ChoiceKey };

/** What a question asks about, besides its picture; what it is called in words hangs on its kind. */
export type Asked = {
  /** The end that is asked about. */
  readonly at: Role | null;
  readonly state: State | null;
  /** "From S to T." */
  readonly to: State | null;
  readonly event: Event | null;
  /** The two moves of "illegal", the one of "misconception". */
  readonly moves: readonly Move[];
  /** Lines of a terminal, as ss or netstat print them. */
  readonly lines: readonly string[];
  /** What SEQ and ACK are to be filled in for. `ack`: whether the segment has one. */
  readonly blank: { readonly flags: readonly Flag[]; readonly len: number; readonly ack: boolean } | null;
};

export type Form =
  | { readonly type: 'choose'; readonly choices: readonly Choice[] }
  /** To be put into order; drawn in another one. None twice. */
  | { readonly type: 'order'; readonly states: readonly State[] }
  | { readonly type: 'numbers' };

export type Question = {
  readonly kind: QuestionKind;
  readonly card: CardId;
  readonly asked: Asked;
  readonly scene: Scene | null;
  readonly form: Form;
};

/** What was answered. */
export type Given =
  | { readonly type: 'choice'; readonly index: number }
  | { readonly type: 'order'; readonly states: readonly State[] }
  | { readonly type: 'numbers'; readonly seq: Seq; readonly ack: Seq | null };

/** Why a wrong choice is wrong: the mistake that it shows, a rule that speaks against it, or the concept's own words for it. */
export type Reason =
  | { readonly type: 'misconception'; readonly id: MisconceptionId }
  | { readonly type: 'rule'; readonly id: RuleId }
  | { readonly type: 'story'; readonly id: string }
  | { readonly type: 'concept'; readonly key: ChoiceKey };

export type Key = {
  readonly right: Given;
  /** The rules that give the right answer, in the order in which they fired; none for a concept. */
  readonly rules: readonly RuleId[];
  /** One for each choice, null for the right one and where nothing is known; empty where there are no choices. */
  readonly reasons: readonly (Reason | null)[];
  /** The ladder with the right answer on it. */
  readonly scene: Scene | null;
};

export type Made = { readonly question: Question; readonly key: Key };

/** In the order in which they are taught. */
export const TOPICS = [
  'states',
  'handshake',
  'sequence',
  'close',
  'half-close',
  'time-wait',
  'data',
  'loss',
  'reset',
  'simultaneous',
  'old-segments',
  'calls',
] as const;
export type Topic = (typeof TOPICS)[number];
