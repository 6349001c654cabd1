/** When a card comes again: FSRS, by ts-fsrs, without its random spread, so that the same reviews always give the same schedule. */
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
