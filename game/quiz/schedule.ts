/** When a card comes again: FSRS, by ts-fsrs, without its random spread, so that the same reviews always give the same schedule. */
import { createEmptyCard, fsrs, State as Phase, type Card } from 'ts-fsrs';
import type { CardId } from './vocabulary.ts';

/** FSRS's: again, hard, good, easy. */
export const GRADES = [1, 2, 3, 4] as const;
export type Grade = (typeof GRADES)[number];

export type CardState = {
  readonly card: CardId;
  /** Milliseconds since 1970. */
  readonly due: number;
  readonly lastReview: number;
  /** Days in which recall falls to nine in ten. */
  readonly stability: number;
  /** 1 to 10. */
  readonly difficulty: number;
  readonly reps: number;
  readonly lapses: number;
  /** FSRS's: learning, review, relearning. */
  readonly phase: 'learning' | 'review' | 'relearning';
  /** Whether the last answer was right. */
  readonly wasRight: boolean;
};
export type Review = { readonly card: CardId; readonly grade: Grade; readonly at: number };

/**
 * A wrong answer comes again after ten minutes: in the next session, not at once, when it would only be read off the explanation. With
 * one step there is no place among the steps to be kept.
 */
const STEP = ['10m'] as const;
const SCHEDULER = fsrs({ enable_fuzz: false, enable_short_term: true, learning_steps: STEP, relearning_steps: STEP });

/** FSRS's grade of an answer that is right or wrong. "Easy" is told by the learner alone. */
export function gradeOf({ right, hinted }: { readonly right: boolean; readonly hinted: boolean }): Grade {
  if (!right) return 1;
  return hinted ? 2 : 3;
}

/** The card after one more review; `state` is null before the first. One that is earlier than the last counts as of the same moment. */
export function review(state: CardState | null, { card, grade, at }: Review): CardState {
  const time = Math.max(at, state?.lastReview ?? at);
  const before = state ? asFsrsCard(state) : createEmptyCard(new Date(time));
  return asState(card, SCHEDULER.next(before, new Date(time), grade).card, grade > 1);
}

/** The card after all its reviews, in whatever order they came; null without any. */
export function foldReviews(reviews: readonly Review[]): CardState | null {
  const inTime = reviews.toSorted((a, b) => a.at - b.at || a.grade - b.grade);
  return inTime.reduce<CardState | null>(review, null);
}

/** How likely it is still known at `now` (milliseconds since 1970): 0 to 1, day by day. */
export function recallAt(state: CardState, now: number): number {
  return SCHEDULER.get_retrievability(asFsrsCard(state), new Date(now), false);
}

export function isDue({ due }: CardState, now: number): boolean {
  return due <= now;
}

/** What FSRS does not read when it goes on from a card is zero. */
function asFsrsCard({ due, lastReview, stability, difficulty, reps, lapses, phase }: CardState): Card {
  return {
    due: new Date(due),
    last_review: new Date(lastReview),
    stability,
    difficulty,
    reps,
    lapses,
    state: PHASES[phase],
    elapsed_days: 0,
    scheduled_days: 0,
    learning_steps: 0,
  };
}

const PHASES = { learning: Phase.Learning, review: Phase.Review, relearning: Phase.Relearning } as const;

function asState(card: CardId, { due, last_review, stability, difficulty, reps, lapses, state }: Card, wasRight: boolean): CardState {
  return {
    card,
    due: due.getTime(),
    lastReview: (last_review ?? due).getTime(),
    stability,
    difficulty,
    reps,
    lapses,
    phase: phaseOf(state),
    wasRight,
  };
}

function phaseOf(state: Phase): CardState['phase'] {
  switch (state) {
    case Phase.New:
    case Phase.Learning:
      return 'learning';
    case Phase.Review:
      return 'review';
    case Phase.Relearning:
      return 'relearning';
    default:
      return state satisfies never;
  }
}
