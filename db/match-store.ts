/** What keeps matches: one interface, one contract test suite (tests/integration/match-store.contract.ts). */
import type { Entry, Party, Settings, Side } from '#game/match/vocabulary.ts';
import type { JudgedMove } from '#game/match/judged-moves.ts';
import type { Score } from '#game/match/scoring.ts';
import type { Leg } from '#game/scenarios/script.ts';

export { StoreError } from './store-error.ts';

/** All of a match that does not change. Instants are milliseconds since 1970. */
export type MatchRecord = {
  readonly matchId: string;
  readonly rulesVersion: string;
  readonly settings: Settings;
  readonly legs: readonly Leg[];
  /** As `legTurnsOf` says; null in a match that was stored without. */
  readonly legTurns: readonly number[] | null;
  readonly parties: readonly [Party, Party];
  readonly startedAt: number;
};

/** `commandId` of the command that the entry answers; null where nobody asked. It must differ between players, not only between commands. */
export type NewEntry = { readonly entry: Entry; readonly commandId: string | null };

/** The n-th of `entries` brought the match to version n. `commandIds`: of the commands that they answer. */
export type StoredMatch = { readonly record: MatchRecord; readonly entries: readonly Entry[]; readonly commandIds: readonly string[] };

/** How a match came out; people's results and the rows of their moves are made from it. */
export type Outcome = {
  readonly scores: readonly [Score, Score];
  readonly winner: Side | null;
  readonly judged: readonly JudgedMove[];
};
/** 'finish': the match is over from then on. 'correct': it is over already, and came out otherwise, because a turn was voided. */
export type Finish = Outcome & ({ readonly kind: 'finish'; readonly endedAt: number } | { readonly kind: 'correct' });

export type Stored = 'stored' | 'conflict';

/**
 * What it says it has stored is on the disk. All of it rejects with a StoreError, and keeps nothing, when the disk is full,
 * locked or broken.
 */
export type MatchStore = {
  /** `invitation`: the code that it answers. 'conflict': the id is taken, or the invitation is no longer open. */
  create(record: MatchRecord, invitation?: string): Promise<Stored>;
  load(matchId: string): Promise<StoredMatch | null>;
  /**
   * Adds all of the entries or none. 'conflict': the match is not at `afterVersion`, or `finish` comes for a match that is over, or a
   * correction for one that is not; then load again. The match must exist. Whoever knows all versions before knows which commands have been
   * answered, and says none of them again.
   */
  append(matchId: string, afterVersion: number, entries: readonly NewEntry[], finish?: Finish): Promise<Stored>;
  /** The version to which a command has brought the match. */
  answered(matchId: string, commandId: string): Promise<number | null>;
  /** Matches that are not over, oldest first. */
  openMatches(): Promise<readonly string[]>;
};
