/** What an instructor reads about more than one session. Everything is about the sessions of the one who asks. */
import * as z from 'zod';
import type { HeatState, Tally } from '#game/contest/vocabulary.ts';
import type { MisconceptionId } from '#game/match/misconceptions.ts';
import type { Side } from '#game/match/vocabulary.ts';
import type { RuleId } from '#game/tcp/rules.ts';
import type { Role, State } from '#game/tcp/vocabulary.ts';
import { PERIODS } from './api.ts';
import type { Work } from './homework.ts';
import { level, scenario } from './values.ts';

const id = z.string().min(1).max(40);
/** A rule's or a misconception's is of the same letters as a scenario's. */
const code = scenario;

export const RANKINGS = ['accuracy', 'points'] as const;
export type Ranking = (typeof RANKINGS)[number];

/** GET /api/instructor/leaderboard?class=…&contest=…&period=…&scenario=…&level=…&by=… : what is absent narrows nothing down. */
export const classLeaderboardQuery = z.object({
  class: id.optional(),
  contest: id.optional(),
  period: z.enum(PERIODS).default('all'),
  scenario: code.optional(),
  level: z.coerce.number().pipe(level).optional(),
  by: z.enum(RANKINGS).default('accuracy'),
});

/**
 * By accuracy and then by time, or by points, then by accuracy, then by time; equals share a rank. `name`: of the last session.
 * `meanMilliseconds` of an answer; null where none was given.
 */
export type ClassLeaderboardRow = {
  readonly rank: number;
  readonly name: string;
  readonly realName: string | null;
  readonly matches: number;
  readonly moves: number;
  readonly accuracy: number;
  readonly points: number;
  readonly meanMilliseconds: number | null;
};
/** With fewer moves nobody is ranked by accuracy. */
export type ClassLeaderboardAnswer = { readonly rows: readonly ClassLeaderboardRow[]; readonly minimumMoves: number };

/** GET /api/classes/:id/mastery?person=… : first-try answers in the sessions of a class, of everybody or of one person. */
export const masteryQuery = z.object({ person: id.optional() });
export type MasteryAnswer = {
  /** The oldest first. */
  readonly sessions: readonly { readonly contestId: string; readonly title: string; readonly createdAt: number }[];
  /** Everybody who was asked anything, whoever the rest is about. */
  readonly people: readonly MasteryPerson[];
  readonly states: readonly HeatState[];
  readonly rules: readonly MasteredRule[];
  readonly misconceptions: readonly ShownMisconception[];
};

/** `name`: of the last session. `hardest`: the rule that the person got wrong most often; null where all was right. */
export type MasteryPerson = Tally & {
  readonly personId: string;
  readonly name: string;
  readonly realName: string | null;
  readonly hardest: RuleId | null;
};

/** By the rule that decides; the one that was least often right first. Sessions without an answer are left out. */
export type MasteredRule = Tally & {
  readonly rule: RuleId;
  readonly bySession: readonly (Tally & { readonly contestId: string })[];
};

/** A mistake, how often it was shown, and by how many people; the most frequent first. `asked`: how often the rules were asked at which it was shown. */
export type ShownMisconception = {
  readonly misconception: MisconceptionId;
  readonly shown: number;
  readonly asked: number;
  readonly people: number;
};

/** GET /api/classes/:id/mastery/turns?rule=…&misconception=…&state=…&person=… : the turns behind a cell, the newest first, 200 at most. */
export const masteryTurnsQuery = z.object({
  rule: code.optional(),
  misconception: code.optional(),
  state: z
    .string()
    .regex(/^[A-Z_0-9]{1,20}$/)
    .optional(),
  person: id.optional(),
});
export type MasteryTurnsQuery = z.infer<typeof masteryTurnsQuery>;
export const MOST_MASTERY_TURNS = 200;

/** `turn` counts from 0, as in /replay/:matchId?turn=… */
export type MasteryTurn = {
  readonly matchId: string;
  readonly turn: number;
  readonly side: Side;
  readonly name: string;
  readonly realName: string | null;
  readonly at: number;
  readonly role: Role;
  readonly state: State;
  readonly event: string;
  readonly rule: RuleId;
  readonly chosenSegment: string | null;
  readonly chosenState: State | null;
  readonly expectedSegment: string;
  readonly expectedState: State;
  readonly right: boolean;
  readonly misconception: MisconceptionId | null;
};
export type MasteryTurnsAnswer = { readonly turns: readonly MasteryTurn[] };

/** GET /api/classes/:id/results : what sessions and homework brought each student of the roster. `at`: when a session was made, or homework is due. */
export type ResultColumn = { readonly kind: 'session' | 'homework'; readonly id: string; readonly title: string; readonly at: number };
/** A session that somebody has played in is done. */
export type ResultCell = Pick<Work, 'state' | 'isLate' | 'moves' | 'rightMoves'>;
export type ResultRow = {
  readonly studentId: string;
  readonly name: string;
  readonly number: string | null;
  /** One a column; null where the student was not in the session. */
  readonly cells: readonly (ResultCell | null)[];
};
/** Columns: the earliest first. */
export type ClassResultsAnswer = { readonly columns: readonly ResultColumn[]; readonly students: readonly ResultRow[] };
