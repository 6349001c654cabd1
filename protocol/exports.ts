/** What an instructor takes away from a session: GET /api/contests/:id/exports/:name. CSV files are UTF-8 with a BOM and CRLF. */
import type { RuleId } from '#game/tcp/rules.ts';
import type { Role, State } from '#game/tcp/vocabulary.ts';
import type { MisconceptionId } from '#game/match/misconceptions.ts';
import type { Level } from '#game/match/vocabulary.ts';

export const EXPORTS = ['gradebook-canvas.csv', 'gradebook-moodle.csv', 'turns.csv', 'scenarios.csv', 'session.json'] as const;
export type ExportName = (typeof EXPORTS)[number];

/** A student of the session. What stands on the roster is null where nobody on it is known to be this one. */
export type ExportedStudent = {
  readonly number: number;
  readonly nickname: string;
  readonly realName: string | null;
  readonly studentNumber: string | null;
  readonly email: string | null;
};

/** What a student's match of a round came to. `opponent`: by number; null is a bot, or the instructor. */
export type ExportedResult = {
  readonly number: number;
  readonly round: number;
  readonly matchId: string;
  readonly scenario: string;
  readonly opponent: number | null;
  readonly points: number;
  readonly moves: number;
  readonly rightMoves: number;
  readonly predictions: number;
  readonly rightPredictions: number;
};

/** A move that a student was asked for and answered, or let the time run out on. `leg` and `turn` count from 1. */
export type ExportedTurn = {
  readonly number: number;
  readonly round: number;
  readonly matchId: string;
  readonly scenario: string;
  readonly level: Level;
  readonly leg: number;
  readonly turn: number;
  readonly role: Role;
  readonly state: State;
  readonly event: string;
  /** In the order in which they fired; the last one decides. */
  readonly rules: readonly RuleId[];
  readonly chosenSegment: string | null;
  readonly chosenState: State | null;
  readonly expectedSegment: string;
  readonly expectedState: State;
  readonly segmentRight: boolean;
  readonly stateRight: boolean;
  readonly misconception: MisconceptionId | null;
  readonly points: number;
  readonly milliseconds: number | null;
  readonly voided: boolean;
};

/** Of turns that are not voided. `share`: 0 to 1. `wrong`: the most frequent wrong answer, its numbers left out. */
export type ExportedScenario = {
  readonly scenario: string;
  readonly asked: number;
  readonly right: number;
  readonly share: number;
  readonly meanMilliseconds: number | null;
  readonly wrong: { readonly rule: RuleId | null; readonly segment: string; readonly state: State; readonly count: number } | null;
};

/** session.json. Instants are milliseconds since 1970. */
export type SessionExport = {
  readonly contestId: string;
  readonly title: string;
  readonly createdAt: number;
  readonly endedAt: number | null;
  readonly students: readonly ExportedStudent[];
  readonly results: readonly ExportedResult[];
  readonly turns: readonly ExportedTurn[];
  readonly scenarios: readonly ExportedScenario[];
};
