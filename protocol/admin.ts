/** What an administrator sees of the host and decides, besides accounts (`instructors.ts`): everything under /api/admin. */
import * as z from 'zod';
import type { Level, Settings, Side } from '#game/match/vocabulary.ts';
import type { MatchSummary } from './api.ts';
import { turn } from './values.ts';

/** GET /api/admin/disputes?before=… : disputed turns that wait for somebody to decide, newest first. `before`: the `cursor` of the last one. */
export const DISPUTES_AT_ONCE = 20;
export const disputesQuery = z.object({
  before: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(Number.MAX_SAFE_INTEGER),
});
export type WaitingDispute = {
  readonly cursor: number;
  readonly matchId: string;
  readonly turn: number;
  /** When it was disputed, the last time. */
  readonly at: number;
  readonly kind: Settings['kind'];
  readonly level: Level;
  readonly scenario: string;
  readonly isOver: boolean;
  /** The title of the class session to which the match belongs, or null. */
  readonly session: string | null;
  /** By their names in the match; an erased one has none. */
  readonly players: readonly [MatchSummary['opponent'], MatchSummary['opponent']];
  /** Who disputes it, which may be both, and what they say; may be empty. */
  readonly voices: readonly { readonly side: Side; readonly comment: string }[];
};
export type DisputesAnswer = { readonly disputes: readonly WaitingDispute[]; readonly waiting: number };

/** POST /api/admin/disputes : `kept` lets the verdict stand, `voided` takes the turn out of all that counts. */
export const DECISIONS = ['kept', 'voided'] as const;
export type Decided = (typeof DECISIONS)[number];
export const decideSchema = z.strictObject({
  matchId: z.string().min(1).max(40),
  turn,
  decision: z.enum(DECISIONS),
});
