/**
 * A class session on the wire. Instructors set it up and run it over HTTP (`/api/contests`); students, projectors and the
 * instructor's overview watch it over their links. Views are whole and small; a watcher is sent one at most once a second.
 */
import * as z from 'zod';
import type { HardestTurn, HardRule, HeatState } from '#game/contest/vocabulary.ts';
import type { Level } from '#game/match/vocabulary.ts';
import type { Me } from './api.ts';
import { LOCALES, type Locale } from './locale.ts';
import { id, level, matchId, scenario, turn, turnSeconds } from './values.ts';

/** By lot with few repeats; by standing (Swiss); the same pairs in every round. */
export const PAIRINGS = ['lot', 'standing', 'fixed'] as const;
export type Pairing = (typeof PAIRINGS)[number];

export const MOST_ROUNDS = 12;
export const MOST_ENTRANTS = 600;

const entrant = z
  .int()
  .min(0)
  .max(MOST_ENTRANTS - 1);

export const contestSettingsSchema = z.strictObject({
  title: z.string().trim().min(1).max(60),
  level,
  /** A scenario for each round; null where the host draws one. */
  rounds: z.array(scenario.nullable()).min(1).max(MOST_ROUNDS),
  turnSeconds,
  speedPoints: z.boolean(),
  pairing: z.enum(PAIRINGS),
  /** Of the projector. */
  locale: z.enum(LOCALES),
});
export type ContestSettings = z.infer<typeof contestSettingsSchema>;

/** POST /api/contests → { contestId }. `rehearsal`: so many bots play it as students, in fast motion. */
export const newContestSchema = z.strictObject({
  settings: contestSettingsSchema,
  classId: z.string().max(40).nullable(),
  rehearsal: z.int().min(2).max(60).nullable(),
});
export type NewContest = z.infer<typeof newContestSchema>;
export type NewContestAnswer = { readonly contestId: string };

/** POST /api/recover/seat → the player as whom the student is in the session, and its cookie: a phone that takes the place of another. */
export const recoverSeatSchema = z.strictObject({ code: z.string().max(20), personal: z.string().max(40) });
export type RecoverSeatAnswer = { readonly player: Me; readonly contestId: string };

/** GET /api/contests : one's own, newest first. */
export type ContestSummary = {
  readonly contestId: string;
  readonly title: string;
  readonly classId: string | null;
  readonly phase: ContestPhase;
  readonly round: number;
  readonly rounds: number;
  readonly entrants: number;
  readonly isRehearsal: boolean;
  readonly createdAt: number;
};
export type ContestsAnswer = { readonly contests: readonly ContestSummary[] };

/** GET, POST /api/contest-templates · DELETE /api/contest-templates/:id. The settings' title is the template's name. */
export type ContestTemplate = { readonly templateId: string; readonly settings: ContestSettings };
export type ContestTemplatesAnswer = { readonly templates: readonly ContestTemplate[] };

/** POST /api/contests/:id/actions → {}. What is so already is no fault; the same `id` twice acts once. */
export const contestActionSchema = z.discriminatedUnion('do', [
  /** `round`: 1 for the first; that the same press twice starts one round. */
  z.strictObject({ id, do: z.literal('start-round'), round: z.int().min(1).max(MOST_ROUNDS) }),
  z.strictObject({ id, do: z.literal('end-round'), round: z.int().min(1).max(MOST_ROUNDS) }),
  z.strictObject({ id, do: z.literal('pause') }),
  z.strictObject({ id, do: z.literal('go-on') }),
  /** Every open turn of the round gets so much more. */
  z.strictObject({ id, do: z.literal('give-time'), seconds: z.int().min(10).max(600) }),
  z.strictObject({ id, do: z.literal('lock') }),
  z.strictObject({ id, do: z.literal('unlock') }),
  /** A new six-digit code; the one before it is worth nothing from now on. */
  z.strictObject({ id, do: z.literal('new-code') }),
  z.strictObject({ id, do: z.literal('rename'), entrant, name: z.string().max(200) }),
  z.strictObject({ id, do: z.literal('remove'), entrant }),
  z.strictObject({ id, do: z.literal('let-in'), entrant }),
  /** Whether the instructor's browser takes the seat beside the odd one out, in rounds that begin from now on. */
  z.strictObject({ id, do: z.literal('stand-in'), on: z.boolean() }),
  z.strictObject({ id, do: z.literal('void-turn'), matchId, turn }),
  /** The verdict stands. */
  z.strictObject({ id, do: z.literal('keep-turn'), matchId, turn }),
  /** A turn on the wall; null takes it off. */
  z.strictObject({ id, do: z.literal('show'), turn: z.strictObject({ matchId, turn }).nullable() }),
  z.strictObject({ id, do: z.literal('end') }),
]);
export type ContestAction = z.infer<typeof contestActionSchema>;
/** Without its id. */
export type ContestDeed = ContestAction extends infer A ? (A extends ContestAction ? Omit<A, 'id'> : never) : never;

export const CONTEST_PHASES = ['lobby', 'round', 'between', 'over'] as const;
export type ContestPhase = (typeof CONTEST_PHASES)[number];

/** What everybody sees of a session. Instants are milliseconds since 1970 by the host's clock. */
export type ContestFrame = {
  readonly contestId: string;
  readonly title: string;
  readonly level: Level;
  readonly phase: ContestPhase;
  /** The running or the last round, from 1; 0 before the first. */
  readonly round: number;
  readonly rounds: number;
  /** Of that round; above level 1 it is told once the round is over. */
  readonly scenario: string | null;
  readonly isPaused: boolean;
};

/** `asking`: was removed, has come again and waits to be let in. */
export const ENTRANT_STATES = ['in', 'removed', 'asking'] as const;
export type EntrantState = (typeof ENTRANT_STATES)[number];

export type StudentView = ContestFrame & {
  readonly viewer: 'student';
  readonly me: {
    readonly number: number;
    readonly name: string;
    readonly state: EntrantState;
    /** After the rounds that are over. `rank` and `accuracy` are null and `of` is 0 before the first. */
    readonly points: number;
    readonly accuracy: number | null;
    readonly rank: number | null;
    readonly of: number;
  };
  /** Mine in the running or the last round; null where I was not paired: too late for it, or not let in. */
  readonly match: { readonly matchId: string; readonly opponent: string | null; readonly isOver: boolean } | null;
};

/** `moved`: places won since the round before; null in the first. */
export type BoardRow = {
  readonly number: number;
  readonly rank: number;
  readonly name: string;
  readonly points: number;
  readonly accuracy: number | null;
  readonly moved: number | null;
};

type Overview = ContestFrame & {
  /** Six digits; null once the session is over. `codeUntil`: when it expires for newcomers. */
  readonly code: string | null;
  readonly codeUntil: number;
  readonly isLocked: boolean;
  readonly isRehearsal: boolean;
  readonly locale: Locale;
  /** When the running round began; null where none runs. */
  readonly startedAt: number | null;
  /** Hardest first, five at most. */
  readonly hard: readonly HardRule[];
  /** States that were asked about. */
  readonly heat: readonly HeatState[];
  /** Told when the round is over. */
  readonly hardest: HardestTurn | null;
  readonly shown: { readonly matchId: string; readonly turn: number } | null;
};

export type ProjectorView = Overview & {
  readonly viewer: 'projector';
  readonly entrants: number;
  /** Entrants whose links are all gone. */
  readonly offline: number;
  /** Of the running or last round. */
  readonly pairs: number;
  readonly withBot: number;
  /** Entrants whose match of the round is over, and those who were paired. */
  readonly done: number;
  readonly paired: number;
  /** Top ten. */
  readonly board: readonly BoardRow[];
  /** Who has come last, newest first, sixty at most; in the lobby only. */
  readonly newest: readonly string[];
};

export type EntrantRow = {
  readonly number: number;
  readonly name: string;
  /** Of the roster: the instructor's alone. */
  readonly realName: string | null;
  readonly state: EntrantState;
  readonly isHere: boolean;
  readonly isBot: boolean;
  readonly points: number;
  readonly accuracy: number | null;
  readonly rank: number | null;
  readonly moved: number | null;
};

/** One pair of the running or last round. `entrants[side]`: the client of the first leg first; null is the house bot, or the instructor. */
export type PairRow = {
  readonly table: number;
  readonly matchId: string;
  readonly entrants: readonly [number, number | null];
  /** The open turn from 1, of how many; of a match that is over, how many were judged. */
  readonly turn: number;
  readonly turns: number;
  readonly points: readonly [number, number];
  readonly accuracy: readonly [number | null, number | null];
  readonly isAway: readonly [boolean, boolean];
  /** When the open turn began; null where none is open. */
  readonly turnSince: number | null;
  readonly isOver: boolean;
};

export type Dispute = {
  readonly matchId: string;
  readonly turn: number;
  readonly entrant: number;
  readonly comment: string;
  readonly state: 'open' | 'kept' | 'voided';
};

export type InstructorView = Overview & {
  readonly viewer: 'instructor';
  readonly settings: ContestSettings;
  readonly classId: string | null;
  /** The projector's page is /projector/:key. */
  readonly projectorKey: string;
  readonly standsIn: boolean;
  readonly entrants: readonly EntrantRow[];
  readonly pairs: readonly PairRow[];
  readonly disputes: readonly Dispute[];
};

export type ContestView = StudentView | ProjectorView | InstructorView;

/** As whom a link watches. */
export const contestViewerSchema = z.discriminatedUnion('viewer', [
  z.strictObject({ viewer: z.literal('student'), contestId: z.string().max(40) }),
  z.strictObject({ viewer: z.literal('projector'), key: z.string().max(40) }),
  z.strictObject({ viewer: z.literal('instructor'), contestId: z.string().max(40) }),
]);
export type ContestViewer = z.infer<typeof contestViewerSchema>;
